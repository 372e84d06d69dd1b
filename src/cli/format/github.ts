import { fileFromHere } from './file-place';
import { findingText, LineOf } from './finding-text';
import type { ObjectFinding } from '../../private/finding';
import { pageOfCode } from '../../private/pages';
import { titleOf } from '../object-name';
import { printable } from '../printable';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Findings as commands of a workflow, which become annotations of a change. What was accepted is none. */
export function githubText(findings: readonly ObjectFinding[], lineOf: LineOf): string {
  return findings.filter(({ acknowledged }) => acknowledged === undefined).map(finding => {
    const line = lineOf(finding);
    const { about, code, level, path, fix } = finding;
    const file = fileFromHere(about.source.file);
    const properties = { ...file !== undefined && { file: printable(file), ...line !== undefined && { line: String(line) } }, title: code };
    const text = `${printable(`${titleOf(about)}${path === '' ? '' : `, ${path}`}: ${findingText(finding)}`)}\nTo fix it: `
      + `${printable(fix)}\n${pageOfCode(code)}`;
    return `::${COMMANDS[level]} `
      + `${Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',')}::${escapeData(text)}\n`;
  }).join('');
}

/** As the toolkit of the workflows does. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
