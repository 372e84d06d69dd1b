import { fileFromHere } from './file-place';
import { errorEntryOf, findingText, LineOf } from './finding-text';
import { RULES } from '../../checks/rules';
import { namespaceOf } from '../../private/entry';
import type { ObjectFinding, Level } from '../../private/finding';
import { contentHash } from '../../private/hash';
import { pageOfCode } from '../../private/pages';
import { byText } from '../../private/wire';
import { titleOf } from '../object-name';
import { version } from '../version';

/** Code scanning of GitHub refuses a report with more results, and shows 5,000 of them. */
const MOST_RESULTS = 25_000;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0, which code scanning of forges and editors reads. */
export function sarifText(all: readonly ObjectFinding[], lineOf: LineOf): string {
  const findings = all.slice(0, MOST_RESULTS);
  const rules = rulesFor(findings);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(findings);
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'node-agents', informationUri: 'https://github.com/cdk8s-node-agents/cdk8s-node-agents', version: version(), rules,
        },
      },
      columnKind: 'utf16CodeUnits',
      ...all.length > findings.length && { properties: { resultsLeftOut: all.length - findings.length } },
      results: findings.map((each, index) => resultOf(each, lineOf(each), indexOf.get(each.code)!, fingerprints[index])),
    }],
  }, undefined, 2)}\n`;
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: Text;
  readonly fullDescription: Text;
  readonly help: Text;
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: Level };
}

interface Text {
  readonly text: string;
}

/** Every rule, and the codes of docs/errors that were found, by id: what was looked for is part of the report. */
function rulesFor(findings: readonly ObjectFinding[]): SarifRule[] {
  const known = RULES.map(({ id, summary, why, fix, level }) => ruleOf(id, summary, why, fix, level));
  const ids = new Set(known.map(({ id }) => id));
  const others = new Map(findings.filter(({ code }) => !ids.has(code)).map(finding => [finding.code, finding]));
  const codes = [...others.values()].map(({ code, what, fix, level }) => {
    const entry = errorEntryOf(code) ?? { summary: what, why: what, fix };
    return ruleOf(code, entry.summary, entry.why, entry.fix, level);
  });
  return [...known, ...codes].sort((a, b) => byText(a.id, b.id));
}

function ruleOf(id: string, summary: string, why: string, fix: string, level: Level): SarifRule {
  return {
    id, shortDescription: { text: summary }, fullDescription: { text: why }, help: { text: fix }, helpUri: pageOfCode(id),
    defaultConfiguration: { level },
  };
}

function resultOf(finding: ObjectFinding, line: number | undefined, ruleIndex: number, fingerprint: string): object {
  const { about, code, level, path, fix, acknowledged } = finding;
  const file = fileFromHere(about.source.file);
  const object = titleOf(about);
  return {
    ruleId: code, ruleIndex, level,
    message: { text: `${object}${path === '' ? '' : `, ${path}`}: ${findingText(finding)}. To fix it: ${fix}` },
    locations: [{
      ...file !== undefined
        && { physicalLocation: { artifactLocation: artifactOf(file), ...line !== undefined && { region: { startLine: line } } } },
      logicalLocations: [{ name: about.name, fullyQualifiedName: path === '' ? object : `${object}, ${path}`, kind: 'object' }],
    }],
    partialFingerprints: { 'nodeAgentsFinding/v1': fingerprint },
    ...acknowledged !== undefined && { suppressions: [{ kind: 'inSource', status: 'accepted', justification: acknowledged }] },
  };
}

/** Paths as URIs: relative ones from the root of the sources. */
function artifactOf(file: string): object {
  const uri = file.replace(/\p{Cs}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(file)) {return { uri: `file:///${file.slice(0, 2)}${uri.slice(uri.indexOf('/'))}` };}
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** The same for the same finding, wherever it is in its file or list: lines and places in lists change with what others write. */
function fingerprintsOf(findings: readonly ObjectFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, about, path, container = '', given = '' }) => {
    const hash = contentHash({
      code, apiVersion: about.apiVersion, kind: about.kind, namespace: namespaceOf(about), name: about.name,
      path: path.replace(/\[\d+\]/g, '[]'), container, given,
    });
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}
