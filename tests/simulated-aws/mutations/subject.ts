import type {
    Call,
    ClientOptions,
    ProgramConfig,
    SimulateOptions,
    Values,
} from "../../../simulated-aws/index";

/** Outputs of the stacks that have been run, by the name of the stack. */
export interface Outputs {
    [stack: string]: Values;
}

/** One stack of a subject. */
export interface Stack {
    name: string;
    /** Folder of its program below that of the subject. Defaults to the subject's own. */
    folder?: string;
    /** Defaults to the account of the simulation. */
    account?: string;
    /** Config of the stack. Defaults to none. */
    config?: ProgramConfig | ((outputs: Outputs) => ProgramConfig);
}

/** One change of the text of a program, and what has to show it. */
export interface Mutation {
    /** What is wrong now, as a fact. */
    title: string;
    /** File below the folder of the subject. Defaults to `index.ts`. */
    file?: string;
    /** Text that stands in the file once, and what takes its place: nothing where it is omitted. */
    replace: string;
    by?: string;
    /** Of the questions that were answered with yes those that are answered with no: all of them, and no others. */
    closes?: RegExp;
    /** Stands in the reason of each of them. */
    because?: RegExp;
    /** Of the questions that were answered with no those that are answered with yes: all of them, and no others. */
    opens?: RegExp;
    /** What is answered where a program is refused, by AWS or by a component, in place of the three above. */
    refused?: RegExp;
    /** Policies with a finding that the program as it was does not have; all of them, and no others. Defaults to none. */
    finds?: string[];
}

/** A program of several stacks, the clients it is for, and what may go wrong in it. */
export interface Subject {
    /** What it is, as it stands in titles. */
    title: string;
    /** Folder of its programs. */
    folder: string;
    /** What its world starts with. */
    world?: SimulateOptions;
    stacks: Stack[];
    clients: { [name: string]: (outputs: Outputs) => ClientOptions & { vpcId: unknown } };
    /** Hosts that every client asks for and connects to, by a short name. */
    hosts: { [name: string]: string | ((outputs: Outputs) => unknown) };
    /** Calls that every client makes, by a short name. Defaults to none. */
    calls?: { [name: string]: Call };
    /** Questions that the programs as they stand answer with no; all others with yes. Defaults to none. */
    no?: RegExp;
    mutations: Mutation[];
}
