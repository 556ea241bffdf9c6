/** The answer to a question about the network, with what decided. */
export class Outcome {
    /** @internal */
    public constructor(
        /** What was asked, as a sentence that `ok` makes true: `10.0.0.4 reaches eks…:443`. */
        public readonly question: string,
        /** Whether the answer is yes. */
        public readonly ok: boolean,
        /** The record, rule, route or statement that decided. */
        public readonly reason: string,
        /** Resources that pass through, and what is not known of a call, where they may change the answer. */
        public readonly undecided: string[] = [],
    ) {}

    /** Throws, with the reason, unless the answer is yes. */
    public assert(): this {
        return this.expect(true);
    }

    /** Throws, with the reason, unless the answer is no. */
    public assertNot(): this {
        return this.expect(false);
    }

    /** The outcome in a sentence or two. */
    public toString(): string {
        const doubt = this.undecided.map(
            (each) => `\n  not decided here, may change this: ${each}`,
        );
        return `${this.ok ? "yes" : "no"}: ${this.question}\n  because ${this.reason}${doubt.join("")}`;
    }

    private expect(expected: boolean): this {
        if (this.ok !== expected) {
            throw new OutcomeError(
                `expected ${expected ? "yes" : "no"}, the answer is ${this.toString()}`,
            );
        }
        return this;
    }
}

/** What an assertion throws: runners show its message as it is, where they would compare values of other ones. */
class OutcomeError extends Error {
    public override readonly name = "AssertionError";
}

/** What a name resolves to; the answer is yes where a private address answers. */
export class Resolution extends Outcome {
    /** Private addresses, none where the name has none. */
    public readonly addresses: string[];
    /** Endpoint to which the addresses belong; absent for plain records. */
    public readonly endpointId?: string;
    /** Whether public DNS alone answers, with addresses that the model does not know. */
    public readonly isPublic: boolean;

    /** @internal */
    public constructor(
        question: string,
        answer: { status: string; addresses: string[]; endpointId?: string },
        reason: string,
        undecided?: string[],
    ) {
        super(question, answer.addresses.length > 0, reason, undecided);
        this.addresses = answer.addresses;
        this.endpointId = answer.endpointId;
        this.isPublic = answer.status === "public";
    }
}
