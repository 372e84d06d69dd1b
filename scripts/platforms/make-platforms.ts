/**
 * Makes docs/platforms.md from the table of platforms:
 *
 *     npx ts-node -T scripts/platforms/make-platforms.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemNamed } from '../../src/cluster/platforms/node-systems';
import type { PlatformFacts, PlatformRow, SourcedFact } from '../../src/cluster/platforms/platform-facts';
import { PLATFORMS } from '../../src/cluster/platforms/platforms';

/** What the page says of each fact: its name, and its value in words. */
const FACTS: { readonly [fact in SourcedFact]: { readonly title: string; readonly shown: (facts: PlatformFacts) => string } } = {
  kubeletDirectory: { title: 'directory of the kubelet', shown: ({ kubeletDirectory }) => code(kubeletDirectory) },
  containerRuntime: {
    title: 'container runtime', shown: ({ containerRuntime }) => `${containerRuntime!.program}, `
    + `${code(containerRuntime!.socket)}`,
  },
  containerLogs: { title: 'logs of containers', shown: ({ containerLogs }) => containerLogs!.map(code).join(', ') },
  logFilesOfRootAlone: { title: 'log files', shown: () => 'root alone may open them: `LogFileAccess.nonRoot` reads nothing' },
  cniBinaries: { title: 'CNI plugins', shown: ({ cniBinaries }) => code(cniBinaries!) },
  cniConfiguration: { title: 'CNI configuration', shown: ({ cniConfiguration }) => code(cniConfiguration!) },
  nodeSystem: {
    title: 'root file system', shown: ({ nodeSystem }) => `read-only (${systemNamed(nodeSystem!)!.name}); can be written: `
      + `${systemNamed(nodeSystem!)!.writable.map(code).join(', ')}`,
  },
  seLinuxType: {
    title: 'SELinux', shown: ({ seLinuxType, seLinuxGuardsHostFiles }) => `enforced; ${code(seLinuxType!)} for containers that talk to `
      + `privileged ones${seLinuxGuardsHostFiles ? ', and for those that read files of the node' : ''}`,
  },
  securityContextConstraints: { title: 'admission', shown: () => 'SecurityContextConstraints: agents bring their own (`OpenShiftAccess`)' },
  admission: {
    title: 'admission', shown: ({ admission }) => 'no host namespaces, no host ports, no privileged containers; host paths below '
      + `${admission!.readOnlyHostPaths.map(code).join(', ')} read-only; capabilities: ${admission!.capabilities.map(code).join(', ')}; `
      + `closed namespaces: ${admission!.closedNamespaces.map(code).join(', ')}`,
  },
  missingCapabilities: {
    title: 'capabilities that no process has', shown: ({ missingCapabilities }) => missingCapabilities!.map(code).join(', '),
  },
  podSecurity: {
    title: 'Pod Security', shown: ({ podSecurity }) => `${code(podSecurity!.level)} where a namespace has no label, but for `
    + `${podSecurity!.exemptNamespaces.map(code).join(', ')}`,
  },
  criticalPriorityNeedsQuota: {
    title: 'critical priority classes', shown: () => 'need a ResourceQuota outside of kube-system: agents '
    + 'bring one',
  },
  virtualNodes: { title: 'nodes that agents leave out', shown: ({ virtualNodes }) => virtualText(virtualNodes!) },
  absentPaths: { title: 'paths that are not there', shown: ({ absentPaths }) => absentPaths!.map(({ path }) => code(path)).join(', ') },
  takenPorts: { title: 'ports that are taken', shown: ({ takenPorts }) => takenPorts!.map(({ port, by }) => `${port} (${by})`).join(', ') },
  controlPlaneTaints: {
    title: 'taints of the control plane',
    shown: ({ controlPlaneTaints }) => controlPlaneTaints!.map(({ key, effect }) => code(`${key}:${effect}`)).join(', '),
  },
  labels: { title: 'labels that tell it', shown: ({ labels }) => labels!.map(code).join(', ') },
  nodeApiEndpoint: { title: 'API server, from the node', shown: ({ nodeApiEndpoint }) => code(nodeApiEndpoint!) },
};

/** The text of docs/platforms.md. */
export function platformsPage(): string {
  return `<!-- made by npm run generate -->
# What is known of platforms

\`TargetCluster.configure(chart, { platform: NodePlatform.named('eks') })\`, or \`NodePlatform.eks()\`, and \`node-agents check --platform eks\`: [the guide](guides/platforms.md) says what follows.
What nobody is sure of is not in the table, and agents are written as for an unknown platform.

${PLATFORMS.map(section).join('\n')}`;
}

function section({ facts, sources }: PlatformRow): string {
  const rows = (Object.keys(FACTS) as SourcedFact[]).filter(fact => facts[fact] !== undefined)
    .map(fact => `| ${FACTS[fact].title} | ${FACTS[fact].shown(facts)} | ${sources[fact]!.replace(/\|/g, '\\|')} |`);
  return `## ${facts.id}

${facts.name}.

| | | source |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function virtualText({ eksComputeTypes, nodeTypes }: NonNullable<PlatformFacts['virtualNodes']>): string {
  const labels = [
    ...eksComputeTypes.map(type => code(`eks.amazonaws.com/compute-type=${type}`)), ...nodeTypes.map(type => code(`type=${type}`)),
  ];
  return labels.length === 0 ? 'none' : labels.join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

if (require.main === module) {writeFileSync(join(__dirname, '..', '..', 'docs', 'platforms.md'), platformsPage());}
