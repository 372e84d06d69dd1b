import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { precisionPage } from './precision-page';
import { ACKNOWLEDGED } from '../../src/checks/acknowledged-annotations';
import type { Rule } from '../../src/checks/rule';
import { RULES } from '../../src/checks/rules';
import type { Level, RefusedBy } from '../../src/private/finding';
import type { Wire } from '../../src/private/wire';

export const RULE_PAGES = join(__dirname, '..', '..', 'docs', 'checks');

const LEVELS: { readonly [level in Level]: string } = {
  error: 'It does not work, or loses data.',
  warning: 'It works until it hurts.',
  note: 'Good to know.',
};

const REFUSED_BY: { readonly [by in Exclude<RefusedBy, 'nobody'>]: string } = {
  'api-server': 'The API server refuses the object: it cannot be acknowledged.',
  'kubelet': 'The API server takes the object, and the kubelet does not run its pods: it cannot be acknowledged.',
};

/** Every page of docs/checks by its file name. */
export function rulePages(): { [file: string]: string } {
  return { ...Object.fromEntries(RULES.map(rule => [`${rule.id}.md`, page(rule)])), 'README.md': index(), 'precision.md': precisionPage() };
}

function page(rule: Rule): string {
  const { fails, passes, platform } = rule.example();
  return `<!-- made by npm run generate -->
# ${rule.id}

${rule.summary}

**Level.** ${rule.level}. ${LEVELS[rule.level]}

**What it looks at.** ${rule.looksAt}

**Why it matters.** ${rule.why}

**What to do.** ${rule.fix}

**On purpose?** ${acknowledging(rule)}

## Fails
${platform === undefined ? '' : `
On the platform \`${platform}\`.
`}
${yamlOf(fails)}

## Passes

${yamlOf(passes)}
`;
}

function acknowledging({ id, refusedBy = 'nobody' }: Rule): string {
  return refusedBy !== 'nobody' ? REFUSED_BY[refusedBy] : 'Acknowledge it with the reason why it is fine there: '
    + `\`Checks.of(agent).acknowledge({ id: '${id}', reason: '...' })\`, or the annotation `
    + `\`${ACKNOWLEDGED}${id}\` on the object. The finding then stands in the report with the reason, and fails nothing.`;
}

function yamlOf(objects: readonly Wire[]): string {
  return [
    '```yaml', objects.map(object => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n').trimEnd(), '```',
  ].join('\n');
}

function index(): string {
  return `<!-- made by npm run generate -->
# Checks

What is valid for the API server and all the same goes wrong on nodes, each with a page that says why and what to do.

| level | meaning |
| --- | --- |
${Object.entries(LEVELS).map(([level, meaning]) => `| ${level} | ${meaning} |`).join('\n')}

Errors that the API server or the kubelet raises cannot be acknowledged. All others can, with a reason, for one object or one container of it.

[How many findings are right and useful](precision.md), by rule: measured in public repositories.

| check | level | meaning |
| --- | --- | --- |
${RULES.map(({ id, level, summary }) => `| [${id}](${id}.md) | ${level} | ${summary} |`).join('\n')}
`;
}

if (require.main === module) {
  mkdirSync(RULE_PAGES, { recursive: true });
  const pages = rulePages();
  for (const file of readdirSync(RULE_PAGES)) {
    if (!(file in pages)) {rmSync(join(RULE_PAGES, file));}
  }
  for (const [file, text] of Object.entries(pages)) {writeFileSync(join(RULE_PAGES, file), text);}
}
