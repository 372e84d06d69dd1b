/** Where the pages of docs/ stand: the package does not carry them. A test holds it against package.json. */
const PAGES = 'https://github.com/cdk8s-node-agents/cdk8s-node-agents/blob/main/docs';

/** A page of docs/, for people who have the package alone. */
export function pageOf(file: 'checks/README.md' | 'coverage.md' | 'feature-flags.md' | 'troubleshooting.md'): string {
  return `${PAGES}/${file}`;
}
