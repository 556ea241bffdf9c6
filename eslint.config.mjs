import pulumi from "@pulumi/eslint-plugin";
import jsdoc from "eslint-plugin-jsdoc";
import mocha from "eslint-plugin-mocha";
import simpleImportSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

/** Folders of sdk in the order in which they may import: each only from those before it. */
const LAYERS = ["domain", "checks", "lookups", "endpoint-set", "sharing", "on-premises"];

/** Folders of policy-pack, each with those that it may not import: reading knows no judging, and judging no reading of its own. */
const PACK_WALLS = {
    "stack/**/*.ts": ["eks", "pack", "policies"],
    "eks/**/*.ts": ["pack", "policies"],
    "pack/**/*.ts": ["policies"],
    "policies/**/*.ts": [],
    "*.ts": [],
};

/** What nothing published may import. */
const UNPUBLISHED = ["**/tests/**", "**/examples/**", "**/scripts/**"];

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
    ...LAYERS.map((layer, i) => ({
        files: [`sdk/${layer}/**/*.ts`],
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: [
                        ...LAYERS.slice(i + 1).map((later) => `**/${later}/**`),
                        ...UNPUBLISHED,
                        ...(layer === "domain" ? ["@pulumi/*", "node:*"] : []),
                    ],
                },
            ],
        },
    })),
    {
        // One hand in what does not matter; eslint --fix writes all of it but the accessibility of members.
        files: ["policy-pack/**/*.ts", "tests/policy-pack/**/*.ts"],
        plugins: { "simple-import-sort": simpleImportSort },
        rules: {
            curly: "error",
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
