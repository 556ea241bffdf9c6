import pulumi from "@pulumi/eslint-plugin";
import jsdoc from "eslint-plugin-jsdoc";
import mocha from "eslint-plugin-mocha";
import simpleImportSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

/** Folders of sdk in the order in which they may import: each only from those before it. */
const LAYERS = [
    ["domain"],
    ["checks"],
    ["lookups"],
    ["verify", "component"],
    ["connection"],
    ["endpoint-set", "share", "consumer", "on-premises"],
];

/** What a folder of a layer must not import from: later layers, and its neighbours where each is a component of its own. */
function forbiddenTo(layer, folder) {
    const [last] = LAYERS.slice(-1);
    const later = LAYERS.slice(layer + 1).flat();
    const neighbours = LAYERS[layer] === last ? last.filter((each) => each !== folder) : [];
    return [...later, ...neighbours].map((each) => `**/${each}/**`);
}

/** Folders of policy-pack, each with those that it may not import: reading knows no judging, and judging no reading of its own. */
const PACK_WALLS = {
    "stack/**/*.ts": ["eks", "pack", "policies"],
    "eks/**/*.ts": ["pack", "policies"],
    "pack/**/*.ts": ["policies"],
    "policies/**/*.ts": [],
    "*.ts": [],
};

/** What nothing published may import. */
const UNPUBLISHED = ["**/tests/**", "**/examples/**", "**/scripts/**", "**/simulated-aws/**"];

export default tseslint.config(
    { ignores: ["**/bin/", "**/node_modules/", "**/*.mjs", "**/*.js"] },
    ...tseslint.configs.strictTypeChecked,
    ...tseslint.configs.stylisticTypeChecked,
    {
        languageOptions: {
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
        },
        plugins: { "@pulumi": pulumi },
        rules: {
            "@pulumi/no-output-in-template-literal": "error",
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            // Schema, AWS documents and Pulumi properties are maps by nature; an index signature says that plainly.
            "@typescript-eslint/consistent-indexed-object-style": ["error", "index-signature"],
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
            // Crashes on generic functions (typescript-eslint 8.73 with ESLint 9).
            "@typescript-eslint/unified-signatures": "off",
            // Pulumi resources are created for their effect.
            "no-new": "off",
            "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
        },
    },
    {
        files: ["sdk/**/*.ts"],
        plugins: { jsdoc },
        rules: {
            "jsdoc/require-jsdoc": [
                "error",
                { publicOnly: true, contexts: ["TSInterfaceDeclaration", "ClassDeclaration"] },
            ],
        },
    },
    ...LAYERS.flatMap((folders, layer) =>
        folders.map((folder) => ({
            files: [`sdk/${folder}/**/*.ts`],
            rules: {
                "no-restricted-imports": [
                    "error",
                    {
                        patterns: [
                            ...forbiddenTo(layer, folder),
                            ...UNPUBLISHED,
                            ...(folder === "domain" ? ["@pulumi/*", "node:*"] : []),
                        ],
                    },
                ],
            },
        })),
    ),
    {
        // One hand in what does not matter; eslint --fix writes all of it but the accessibility of members.
        plugins: { "simple-import-sort": simpleImportSort },
        rules: {
            curly: "error",
            "no-duplicate-imports": "error",
            "@typescript-eslint/consistent-type-imports": [
                "error",
                { fixStyle: "inline-type-imports" },
            ],
            "@typescript-eslint/no-import-type-side-effects": "error",
            "@typescript-eslint/explicit-member-accessibility": "error",
            // Node.js, packages, the repository from the outside in.
            "simple-import-sort/imports": ["error", { groups: [["^node:"], ["^@?\\w"], ["^\\."]] }],
        },
    },
    ...Object.entries(PACK_WALLS).map(([files, later]) => ({
        files: [`policy-pack/${files}`],
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: [
                        {
                            group: [
                                ...UNPUBLISHED,
                                ...later.flatMap((each) => [`**/${each}`, `**/${each}/**`]),
                            ],
                        },
                        {
                            regex: "^(?!\\.|node:|eks-privatelink/domain$|@pulumi/(policy|pulumi)(/|$))",
                            message:
                                "The pack imports eks-privatelink/domain, @pulumi/policy and @pulumi/pulumi only.",
                        },
                    ],
                },
            ],
        },
    })),
    {
        // Written apart from the facts of the component on purpose: where both say the same, two sources agree.
        files: ["simulated-aws/**/*.ts"],
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    paths: ["eks-privatelink", "eks-privatelink/domain"],
                    patterns: [
                        "**/sdk/**",
                        "**/policy-pack/**",
                        ...UNPUBLISHED.filter((folder) => !folder.includes("simulated-aws")),
                    ],
                },
            ],
        },
    },
    {
        files: ["scripts/**/*.ts", "tests/**/*.ts"],
        ignores: ["tests/simulated-aws/**"],
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: [
                        {
                            regex: "simulated-aws(?!/index$)|eks-privatelink-simulator",
                            message: "Its front door is simulated-aws/index.",
                        },
                    ],
                },
            ],
        },
    },
    {
        // The types of the whole AWS SDK take more memory than these few lines are worth; the compiler reads them too.
        files: ["examples/**/*.ts"],
        ...tseslint.configs.disableTypeChecked,
        rules: {
            ...tseslint.configs.disableTypeChecked.rules,
            "@pulumi/no-output-in-template-literal": "off",
        },
    },
    {
        files: ["tests/**/*.spec.ts"],
        ...mocha.configs.recommended,
        rules: {
            ...mocha.configs.recommended.rules,
            // Cases from tables are generated by loops, with plain functions throughout.
            "mocha/no-setup-in-describe": "off",
            "mocha/no-mocha-arrows": "off",
            // A spec has one suite for each function that its file exports.
            "mocha/max-top-level-suites": "off",
            // Prettier decides where lines are empty.
            "mocha/consistent-spacing-between-blocks": "off",
        },
    },
);
