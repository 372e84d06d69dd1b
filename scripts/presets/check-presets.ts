import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProgram, flattenDiagnosticMessageText, getPreEmitDiagnostics, ParsedCommandLine, parseJsonConfigFileContent, readConfigFile, sys,
} from 'typescript';

const ROOT = join(__dirname, '..', '..');
/** What presets stand on, and what is next to them: the rest are domains. */
const SHARED = ['agent', 'checks', 'cluster', 'private', 'cli', 'fleet', 'jest', 'testing'];
/** The folders of src/agent that hold no public API. */
const PRIVATE = ['app', 'input', 'objects', 'render'];

/** Classes that are not exported, and whose members belong to those that extend them. */
const HIDDEN_BASES = ['agent/objects/agent-construct.ts'];

/**
 * Presets may use of the core what users may: their sources are compiled against the published declarations, from which the compiler has
 * taken everything that is internal.
 */
function main(): void {
  // below the root, so that imports of packages are found, and ignored by Git, so that a run that is ended leaves nothing to commit
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'presets-'));
  try {
    writeDeclarations(folder);
    readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !SHARED.includes(entry.name))
      .forEach(({ name }) => cpSync(join(ROOT, 'src', name), join(folder, name), { recursive: true, force: true }));
    const files = domainFiles(folder);
    const problems = [...files.flatMap(file => forbiddenImports(folder, file)), ...typeProblems(folder, files)];
    problems.forEach(problem => console.error(problem));
    console.log(problems.length === 0 ? 'presets use nothing of the core that users could not' : `${problems.length} uses of internals`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The declarations of all folders without what is internal. Those of the presets are then replaced by their sources. */
function writeDeclarations(folder: string): void {
  const { options } = compilerOptions();
  const emit = (stripInternal: boolean, source?: string) => {
    const program = createProgram([join(ROOT, 'src', 'index.ts')], {
      ...options, rootDir: join(ROOT, 'src'), outDir: folder, declaration: true, emitDeclarationOnly: true, stripInternal,
    });
    if (program.emit(
      source === undefined ? undefined : program.getSourceFile(join(ROOT, 'src', source)),
    ).emitSkipped) {throw new Error('the sources do not compile');}
  };
  emit(true);
  HIDDEN_BASES.forEach(source => emit(false, source));
  readdirSync(folder).filter(name => !SHARED.includes(name)).forEach(name => rmSync(join(folder, name), { recursive: true }));
}

function compilerOptions(): ParsedCommandLine {
  const { config } = readConfigFile(join(ROOT, 'tsconfig.json'), path => sys.readFile(path));
  const parsed = parseJsonConfigFileContent(config, sys, ROOT);
  return { ...parsed, options: { ...parsed.options, incremental: false, composite: false, inlineSourceMap: false, inlineSources: false } };
}

function domainFiles(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && !SHARED.includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(
      file => join(folder, name, file),
    ));
  if (files.length === 0) {throw new Error('there is no preset to look at');}
  return files;
}

/** Imports of the folders that hold how an agent is made. */
function forbiddenImports(folder: string, file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/from '([./]+agent\/([\w-]+)\/[^']+)'/g)].filter(([, , room]) => PRIVATE.includes(room))
    .map(([, module]) => `${file.slice(folder.length + 1)}: imports ${module}, which is not part of the API`);
}

function typeProblems(folder: string, files: string[]): string[] {
  const program = createProgram(files, { ...compilerOptions().options, rootDir: folder, noEmit: true });
  return getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const at = file && start !== undefined
      ? `${file.fileName.slice(folder.length + 1)}:${file.getLineAndCharacterOfPosition(start).line + 1}: `
      : '';
    return `${at}${flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

main();
