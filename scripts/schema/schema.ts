/** The type of a value in a schema. */
export interface TypeSpec {
    type?: string;
    $ref?: string;
    plain?: boolean;
    items?: TypeSpec;
    additionalProperties?: TypeSpec;
    oneOf?: TypeSpec[];
}

/** A property of a component or of a type. */
export interface Property extends TypeSpec {
    description?: string;
}

/** Properties by name. */
export interface Properties {
    [name: string]: Property;
}

/** A group of properties, or an enumeration. */
export interface Type {
    description?: string;
    properties?: Properties;
    required?: string[];
    enum?: { name: string; value: string; description?: string }[];
}

/** A component. */
export interface Component {
    description?: string;
    inputProperties: Properties;
    requiredInputs: string[];
    properties: Properties;
}

/** The parts of a package's schema that are read or completed here. */
export interface Schema {
    name: string;
    version: string;
    resources: { [type: string]: Component };
    types: { [type: string]: Type };
    language: { [language: string]: object };
}
