import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE, EXAMPLES, generate, hashOf, Language, once, pinned, ROOT, run } from './language';

const FOLDER = join(CACHE, 'java');
const REPOSITORY = join(FOLDER, 'repository');
const CLASSPATH = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';

export const JAVA: Language = {
  name: 'Java',
  tools: ['java', 'javac', 'jar', 'mvn'],
  exception: /^Exception in thread "main" (?:java\.lang\.RuntimeException|software\.amazon\.jsii\.JsiiError): /,
  prepare: async bindings => {
    // not every Maven repository has cdk8s-plus-28: its bindings are made as ours are
    const plus = join(FOLDER, `cdk8s-plus-28-${pinned('cdk8s-plus-28')}`);
    await once(join(plus, 'generated'), () => generate(join(ROOT, 'node_modules', 'cdk8s-plus-28'), plus, ['java']));
    const plusJar = jarOf('org/cdk8s/cdk8s-plus-28', pinned('cdk8s-plus-28'), join(plus, 'java', 'pom.xml'));
    const libraryJar = jarOf('io/github/cdk8s-node-agents/cdk8s-node-agents', '0.0.0', join(bindings, 'java', 'pom.xml'));
    for (const jar of [plusJar, libraryJar].filter(each => !existsSync(each))) {
      await run('jar', ['--create', '--file', jar, '-C', EXAMPLES, 'java/pom.xml']);
    }

    const app = join(FOLDER, 'app');
    rmSync(app, { recursive: true, force: true });
    cpSync(join(EXAMPLES, 'java'), app, { recursive: true });
    const key = hashOf(readFileSync(join(app, 'pom.xml'), 'utf8'));
    const classpathFile = join(FOLDER, `classpath-${key}`);
    await once(join(FOLDER, `resolved-${key}`), () => maven(app, [CLASSPATH, `-Dmdep.outputFile=${classpathFile}`]));
    const classpath = readFileSync(classpathFile, 'utf8').trim();

    await once(join(plus, 'compiled'), () => compile(join(plus, 'java'), classpath, plusJar));
    await compile(join(bindings, 'java'), classpath, libraryJar);
    const compiled = join(FOLDER, `compiled-${key}`);
    await maven(app, ['compile', ...existsSync(compiled) ? ['--offline'] : []]);
    writeFileSync(compiled, '');
    return name => ({
      program: 'java', args: ['-cp', [classpath, join(app, 'target', 'classes')].join(delimiter), `com.example.${classNameOf(name)}`],
    });
  },
};

/** Puts a package into the local repository: its POM, and where its jar goes. */
function jarOf(path: string, version: string, pom: string): string {
  const folder = join(REPOSITORY, path, version);
  const file = join(folder, `${path.split('/').pop()}-${version}`);
  mkdirSync(folder, { recursive: true });
  cpSync(pom, `${file}.pom`);
  return `${file}.jar`;
}

/** javac alone: the Maven plugins of generated projects take minutes for documentation that nobody reads here. */
async function compile(project: string, classpath: string, jar: string): Promise<void> {
  const sources = join(project, 'src', 'main', 'java');
  const classes = join(project, 'classes');
  const list = join(project, 'sources.txt');
  rmSync(classes, { recursive: true, force: true });
  writeFileSync(list, readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.java')).map(
    file => join(sources, file),
  ).join('\n'));
  await run('javac', ['-proc:none', '-nowarn', '-encoding', 'UTF-8', '-cp', classpath, '-d', classes, `@${list}`]);
  await run('jar', ['--create', '--no-compress', '--file', jar, '-C', classes, '.', '-C', join(project, 'src', 'main', 'resources'), '.']);
}

function maven(project: string, goals: string[]): Promise<string> {
  return run('mvn', ['--quiet', '--batch-mode', '-Dstyle.color=never', `-Dmaven.repo.local=${REPOSITORY}`, ...goals], { cwd: project });
}

function classNameOf(app: string): string {
  return app.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
}
