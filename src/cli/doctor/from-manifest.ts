import { CHECK_SYMPTOMS } from './check-symptoms';
import type { Diagnosis } from './diagnosis';
import type { Incident } from './incident';
import { checkManifests } from '../../checks/check-manifests';
import { admissionsIn, isRefused } from '../../cluster/admission/admission';
import { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';
import { podSecurityLevel } from '../../cluster/pod-security';
import { grantedAccess } from '../../cluster/privileges/granted-access';
import { Entry, isSameEntry } from '../../private/entry';
import { knownMinors } from '../../private/fields/fields';
import type { ObjectFinding } from '../../private/finding';
import { pageOf } from '../../private/pages';
import { findingText } from '../format/finding-text';

/**
 * What the manifests alone tell: findings of checks that lead to a symptom, the admission of the namespace, and the access that agents
 * have.
 */
export function fromManifest({ agents, entries, nodes, platform }: Incident): Diagnosis[] {
  const written = entries.filter(({ kind, object }) => kind !== 'Event' && kind !== 'Node'
    && !(kind === 'Pod' && object.status !== undefined));
  const findings = checkManifests(written, { minor: knownMinors().newest, ...nodes && { nodes }, ...platform && { platform } });
  return [
    ...findings.flatMap(finding => fromFinding(finding, agents)), ...fromAdmission(written, agents),
    ...agents.flatMap(accessNote),
  ];
}

/** What is acknowledged or a note is not what someone looks for. */
function fromFinding(finding: ObjectFinding, agents: readonly Workload[]): Diagnosis[] {
  const { about, code, level, path, container, fix, acknowledged } = finding;
  const [agent, symptom] = [agents.find(each => isSameEntry(each, about)), CHECK_SYMPTOMS.get(code)];
  if (agent === undefined || symptom === undefined || level === 'note' || acknowledged !== undefined) {return [];}
  return [{
    symptom, level, code, from: 'manifest', agent, nodes: [], pods: [], cause: findingText(finding), fix, path,
    ...container !== undefined && { container },
  }];
}

function fromAdmission(entries: readonly Entry[], agents: readonly Workload[]): Diagnosis[] {
  const inventory = new Inventory([...entries.filter(({ kind }) => kind === 'Namespace'), ...agents]);
  return admissionsIn(inventory).filter(isRefused).flatMap(({ about, level, objections }) => {
    const agent = agents.find(each => isSameEntry(each, about));
    const { policy, level: enforced, reasons } = objections.find(({ mode }) => mode === 'enforce')!;
    return agent === undefined ? [] : [{
      symptom: 'refused', level: 'error', code: 'violates-pod-security', from: 'manifest', agent, nodes: [], pods: [],
      cause: `The namespace ${policy.about.name} enforces the Pod Security level ${enforced}, and the pods need ${level}: `
        + `${reasons.map(({ message }) => message).join(', ')}.`,
      fix: `Label it with pod-security.kubernetes.io/enforce=${level}, or remove what violates ${enforced}.`, option: 'AgentNamespace',
    }];
  });
}

/** What an agent may do on its nodes: needed when something is denied, and when a namespace refuses it. */
function accessNote(agent: Workload): Diagnosis[] {
  const access = grantedAccess(agent);
  if (access.length === 0) {return [];}
  const { level } = podSecurityLevel({ metadata: agent.template.metadata, spec: agent.pod });
  return [{
    symptom: 'permission', level: 'note', code: 'node-access', from: 'manifest', agent, nodes: [], pods: [],
    cause: `The agent has access to its nodes, and its namespace must admit the Pod Security level ${level}: ${access.join(', ')}.`,
    fix: `If something is denied, add that alone: ${pageOf('troubleshooting.md')} has the least access for each task.`,
    path: agent.podPath,
  }];
}
