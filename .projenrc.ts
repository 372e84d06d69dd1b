import { cdk8s, javascript } from 'projen';

/** Resolves the package's own name to its sources: the examples and the tests run without a build. */
const SOURCE_CONDITION = 'node-agents-source';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-node-agents',
  description: 'What runs once on every Kubernetes node as typed cdk8s constructs: log agents, metrics exporters, CSI node plugins and any '
    + 'DaemonSet.',
  author: 'The cdk8s-node-agents authors',
  authorAddress: 'maintainers@cdk8s-node-agents.invalid',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-node-agents/cdk8s-node-agents.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-node-agents authors',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,

  // the floor of the peer ranges: tests run on it, `.ci/run` repeats them on the newest
  cdk8sVersion: '2.68.91',
  constructsVersion: '10.3.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  devDeps: [
    '@types/node@^20',
    'ajv@^8',
    'cdk8s-cli@^2.207.0',
    'cdk8s-plus-34@^2.0.54',
    'esbuild',
    'fast-check@^4',
  ],
  // read by the command and by the assertions: cdk8s bundles the same library, at a version of its own
  bundledDeps: ['yaml@^2'],
  // the second name makes it a plugin: `kubectl node-agents`
  bin: { 'node-agents': 'lib/cli/main.js', 'kubectl-node_agents': 'lib/cli/main.js' },
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.16.0',
  bumpPackage: 'commit-and-tag-version@^12',

  keywords: ['cdk8s', 'kubernetes', 'daemonset', 'node-agent', 'constructs', 'fluent-bit', 'node-exporter', 'csi'],
  sampleCode: false,
  // releases are cut by hand: no workflow of this repository talks to a package registry
  release: false,
  github: false,
  depsUpgrade: false,
  clobber: false,

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    coverageText: false,
    jestConfig: {
      collectCoverage: false,
      // jest leaves a processor to itself, which it hardly uses
      maxWorkers: '100%',
      // holds tens of thousands of files of others
      modulePathIgnorePatterns: ['<rootDir>/conformance/'],
      testEnvironmentOptions: { customExportConditions: [SOURCE_CONDITION, 'node', 'node-addons'] },
    },
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'projenrc', 'scripts', 'conformance'], commandOptions: { fix: false } },

  publishToPypi: { distName: 'cdk8s-node-agents', module: 'cdk8s_node_agents' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8snodeagents',
    mavenGroupId: 'io.github.cdk8s-node-agents',
    mavenArtifactId: 'cdk8s-node-agents',
  },
  publishToNuget: { dotNetNamespace: 'Cdk8sNodeAgents', packageId: 'Cdk8sNodeAgents' },
  publishToGo: { moduleName: 'github.com/cdk8s-node-agents/cdk8s-node-agents-go' },
});

// the newer ones ask for platform packages that not every mirror carries, and `npm ci` then fails
project.package.addPackageResolutions('unrs-resolver@1.11.1');
new javascript.NpmConfig(project).addConfig('omit-lockfile-registry-resolved', 'true');

project.package.addField('exports', {
  '.': { [SOURCE_CONDITION]: './src/index.ts', types: './lib/index.d.ts', default: './lib/index.js' },
  './lib/jest': { [SOURCE_CONDITION]: './src/jest/index.ts', types: './lib/jest/index.d.ts', default: './lib/jest/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
});

project.eslint?.addRules({ '@stylistic/object-property-newline': 'off' });
// neither a regular expression nor a text in a template can be broken without changing it
project.eslint?.addRules({ '@stylistic/max-len': ['error', { code: 140, ignoreRegExpLiterals: true, ignoreTemplateLiterals: true }] });
// examples import the package by its name, which leads somewhere only after a build, and the compiler checks it
project.eslint?.addOverride({ files: ['examples/**/*.ts'], rules: { 'import/no-unresolved': 'off' } });

for (const folder of ['examples', 'scripts']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfig!]),
    include: ['**/*.ts'],
    compilerOptions: { noEmit: true, rootDir: '..', customConditions: [SOURCE_CONDITION] },
  });
}

// jest only transpiles: a wrong type in a test would pass. Lint is a step of its own.
project.testTask.reset();
project.testTask.exec('tsc -p test');
project.testTask.exec('jest --ci', { receiveArgs: true });

project.addTask('types', {
  description: 'Type check tests, examples and scripts',
  steps: ['test', 'examples', 'scripts', 'conformance/judges'].map(folder => ({ exec: `tsc -p ${folder}` })),
});
project.addTask('synth', {
  description: 'Run the real cdk8s synth on the example platform and print what it wrote',
  cwd: 'examples/platform',
  exec: 'cdk8s synth --no-check-upgrade',
});
project.addTask('generate', {
  description: 'Generate the pages of docs/ again, and the table of what the API takes',
  steps: [
    'doors/make-api-table', 'field-coverage/make-coverage', 'errors/make-error-pages', 'checks/make-rule-pages', 'defaults/make-defaults',
    'logs/make-collectors', 'platforms/make-platforms', 'troubleshooting/make-troubleshooting',
  ].map(script => ({ exec: `ts-node -T scripts/${script}.ts` })),
});
project.addTask('api:compatibility', {
  description: 'Fail where code that compiled with the accepted API would no longer compile',
  exec: 'ts-node -T scripts/api/compatibility.ts',
});
project.addTask('api:accept', { description: 'Keep the API as it is now', exec: 'ts-node -T scripts/api/compatibility.ts --accept' });
project.addTask('api:check', {
  description: 'Fail when the API would hurt one of the five languages', exec: 'ts-node -T scripts/api/check-api.ts',
});
project.addTask('docs:check', { description: 'Type check the snippets of docs/', exec: 'ts-node -T scripts/docs/check-snippets.ts' });
project.addTask('docs:links', {
  description: 'Fail when a link between the pages leads nowhere', exec: 'ts-node -T scripts/docs/check-links.ts',
});
project.addTask('presets:check', {
  description: 'Fail when a preset uses what users could not', exec: 'ts-node -T scripts/presets/check-presets.ts',
});
project.addTask('structure:check', {
  description: 'Fail when imports of src have a cycle or run upwards, or a preset has no factory',
  exec: 'ts-node -T scripts/structure/check-structure.ts',
});
project.addTask('languages', {
  description: 'Run the same apps in TypeScript, Python, Java and Go, and compare what they write',
  exec: 'ts-node -T scripts/languages/run.ts',
});
project.addTask('conformance', {
  description: 'Let Kubernetes itself judge goldens, examples and thousands of random agents',
  exec: 'ts-node -T scripts/conformance/conformance.ts', receiveArgs: true,
});
project.addTask('conformance:refusals', {
  description: 'Break every field of objects that ship with agents, and compare what is refused with the code of the API server',
  exec: 'ts-node -T scripts/conformance/refusals/measure.ts', receiveArgs: true,
});
project.addTask('devices:real', {
  description: 'Run the real device plugins and Node Feature Discovery with what we write',
  exec: 'ts-node -T conformance/judges/devices/run.ts', receiveArgs: true,
});
project.addTask('metrics:kube-state', {
  description: 'Run the real kube-state-metrics under our rights against a real API server',
  exec: 'ts-node -T conformance/judges/kube-state/run.ts',
});
project.addTask('doctor:texts', {
  description: 'Hold the texts that doctor knows against the sources of Kubernetes, containerd and runc, '
  + 'and have Kubernetes itself write some', exec: 'ts-node -T conformance/judges/event-texts/run.ts',
});
project.addTask('network:programs', {
  description: 'Let programs of the network judge the arguments, variables and configurations that are written for them',
  exec: 'ts-node -T conformance/judges/network/run.ts', receiveArgs: true,
});
project.addTask('network:cilium', {
  description: 'Let the loaders of cilium-agent 1.19 and 1.20 judge configurations of Cilium',
  exec: 'ts-node -T conformance/judges/cilium/run.ts', receiveArgs: true,
});
project.addTask('network:felix', {
  description: 'Let the parser of Felix judge variables of Cni.calico; CALICO_SOURCES names checkouts of releases',
  exec: 'ts-node -T conformance/judges/felix/run.ts', receiveArgs: true,
});
project.addTask('metrics:exporters', {
  description: 'Run the real exporters with what MetricsExporter writes for them; needs Go, Linux and root',
  exec: 'ts-node -T scripts/metrics/exporters.ts',
});
project.addTask('services:problem-detector', {
  description: 'Run the real node-problem-detector under our rights against a real API server',
  exec: 'ts-node -T conformance/judges/problem-detector/run.ts',
});
project.addTask('parity:facts', {
  description: 'Write down what a workload of another project asks of a cluster, for test/parity',
  exec: 'ts-node -T scripts/parity/make-facts.ts', receiveArgs: true,
});
project.addTask('judges', {
  description: 'Let programs that others wrote judge the committed YAML', exec: 'ts-node -T conformance/judges/run.ts', receiveArgs: true,
});
project.addTask('judges:full', {
  description: 'Run what takes longer than CI may: many random inputs, and the benchmarks with their bounds',
  exec: 'ts-node -T scripts/judges/full.ts', receiveArgs: true,
});
project.addTask('logs:end-to-end', {
  description: 'Run the log agents in the real collectors, whose binaries FLUENT_BIT and others name, through rotation, restarts and '
    + 'outages',
  exec: 'ts-node -T scripts/logs/end-to-end/main.ts', receiveArgs: true,
});
project.addTask('logs:vrl', {
  description: 'Let the compiler of Vector judge and run the programs that are written for it',
  exec: 'ts-node -T scripts/vector/judge-programs.ts',
});
project.addTask('logs:vector', {
  description: 'Have a real Vector, whose binary VECTOR names, validate what LogAgent writes for it',
  exec: 'ts-node -T scripts/vector/validate.ts',
});
project.addTask('logs:otel', {
  description: 'Have a real OpenTelemetry Collector validate what LogAgent writes for it; needs Go',
  exec: 'ts-node -T scripts/open-telemetry/validate.ts',
});
project.addTask('scratch-app', {
  description: 'Run the packed package in apps outside of the repository', exec: 'ts-node -T scripts/package/scratch-app.ts',
});
project.addTask('bench', {
  description: 'Print how the library compares with the same bytes written by hand', exec: 'ts-node -T scripts/bench/bench.ts',
  receiveArgs: true,
});

project.addTask('bench:fleet', {
  description: 'Print what a process costs that writes many clusters, against the same bytes by hand',
  exec: 'ts-node -T scripts/bench/fleet.ts', receiveArgs: true,
});
project.addTask('bench:placement', {
  description: 'Print how placement compares with the function of the DaemonSet controller', exec: 'ts-node -T scripts/bench/placement.ts',
  receiveArgs: true,
});

project.addTask('examples:update', { description: 'Commit what the examples write now', exec: 'ts-node -T scripts/examples/update.ts' });
project.addTask('examples:check', {
  description: 'Fail when the examples write something else than what is committed', exec: 'ts-node -T scripts/examples/update.ts --check',
});

// the compiler would write each source a second time into what is published; ts-jest makes maps of its own
project.tsconfig?.file.addDeletionOverride('compilerOptions.inlineSourceMap');
project.tsconfig?.file.addDeletionOverride('compilerOptions.inlineSources');
// one file instead of a hundred: half the time to load
project.compileTask.exec('ts-node -T scripts/package/bundle.ts');
// README and doc comments hold only snippets that compile
project.postCompileTask.exec('jsii-rosetta extract --compile --fail');
// without the options that every preset inherits it is half as long
project.postCompileTask.exec('ts-node -T scripts/api/shorten-docs.ts');
// other languages need toolchains of their own: `npx projen package-all` with them at hand
project.packageTask.reset('jsii-pacmak -v --target js');

// the list of projen ignores every folder of this name
project.gitattributes.addAttributes('/conformance/judges/tools/requirements.txt', 'linguist-generated');
project.gitignore.include('/src/logs/', '/test/logs/', '/scripts/logs/');
project.gitignore.exclude('.jsii.tabl.json', '.jsii.tabl.json.gz', '/examples/*/dist/');
project.npmignore?.exclude(
  '/examples/', '/scripts/', '/conformance/', '/.cache/', '/docs/', '/rosetta/', '/.ci/', '/API.md', '/CONTRIBUTING.md',
  '.jsii.tabl.json', '/action.yml', '/.pre-commit-hooks.yaml',
);

project.synth();
