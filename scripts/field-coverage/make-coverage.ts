/**
 * Makes docs/coverage.md, which says of every field of a DaemonSet how a user of this library reaches it:
 *
 *     npx ts-node -T scripts/field-coverage/make-coverage.ts
 */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { REFUSED, TYPED } from './typed-fields';
import { typeText } from '../../src/private/fields/field-findings';
import type { Field, FieldType } from '../../src/private/fields/fields';
import { fieldsOf, knownMinors, worksSince } from '../../src/private/fields/fields';

/** Where the page is kept. */
export const COVERAGE_PAGE = join(__dirname, '../../docs/coverage.md');

/** The definitions that a DaemonSet is made of, nearest first. What lies behind a refused field only is left out. */
export function coveredDefinitions(): string[] {
  const found = new Set(['DaemonSet']);
  for (const definition of found) {
    for (const field of fieldsOf(definition).filter(({ name }) => !(`${definition}.${name}` in REFUSED))) {
      const inner = definitionIn(field.type);
      if (inner !== undefined) found.add(inner);
    }
  }
  return [...found];
}

/** The page as it should be. */
export function coveragePage(): string {
  const definitions = coveredDefinitions();
  const names = definitions.flatMap((definition) => fieldsOf(definition).map(({ name }) => `${definition}.${name}`));
  const typed = names.filter((name) => name in TYPED).length;
  const refused = names.filter((name) => name in REFUSED).length;
  const { oldest, newest } = knownMinors();
  return [
    '# Fields of a DaemonSet',
    '',
    '<!-- Made by scripts/field-coverage/make-coverage.ts. Do not edit. -->',
    '',
    `A DaemonSet of Kubernetes 1.${oldest} to 1.${newest} is made of ${names.length} fields in ${definitions.length} definitions:`,
    `${typed} are typed, ${names.length - typed - refused} are reached with a JSON patch, ${refused} have no place in it.`,
    'Definitions that only such a field leads to are left out.',
    '',
    ...definitions.flatMap((definition) => section(definition, definitions)),
  ].join('\n');
}

function section(definition: string, definitions: readonly string[]): string[] {
  return [
    `## ${definition}`,
    '',
    '| field | type | since | how |',
    '|---|---|---|---|',
    ...fieldsOf(definition).map((field) => (
      `| ${field.name} | ${typeCell(field.type, definitions)} | ${sinceCell(definition, field)} | `
        + `${howCell(`${definition}.${field.name}`)} |`
    )),
    '',
  ];
}

function howCell(name: string): string {
  if (name in TYPED) return `typed as \`${TYPED[name]}\``;
  return name in REFUSED ? `refused because ${REFUSED[name]}` : 'patch';
}

/** Definitions with a section of their own are links to it. */
function typeCell(type: FieldType, definitions: readonly string[]): string {
  const words = typeText(type);
  const definition = definitionIn(type);
  if (definition === undefined || !definitions.includes(definition)) return words;
  return words.replace(definition, `[${definition}](#${definition.toLowerCase()})`);
}

/** The first minor that has the field switched on. */
function sinceCell(definition: string, field: Field): string {
  const { until } = field;
  const since = worksSince(definition, field);
  const old = since === knownMinors().oldest;
  if (until === undefined) return old ? `1.${since} or earlier` : `1.${since}`;
  if (old) return `until 1.${until}`;
  return since === until ? `1.${since} only` : `1.${since} to 1.${until}`;
}

function definitionIn(type: FieldType): string | undefined {
  if (type.kind === 'list' || type.kind === 'map') return definitionIn(type.of);
  return type.kind === 'definition' ? type.definition : undefined;
}

if (require.main === module) writeFileSync(COVERAGE_PAGE, coveragePage());
