/** Where the command line prints, line by line. */
export interface Print {
    out(text: string): void;
    err(text: string): void;
}

/** The streams of the process. */
export const STREAMS: Print = {
    out: (text) => {
        process.stdout.write(`${text}\n`);
    },
    err: (text) => {
        process.stderr.write(`${text}\n`);
    },
};
