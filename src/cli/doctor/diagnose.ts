import { byWeight, Diagnosis } from './diagnosis';
import { fromManifest } from './from-manifest';
import { fromNodes, withReasons } from './from-nodes';
import { fromRollout } from './from-rollout';
import { fromSigns } from './from-signs';
import type { Incident } from './incident';
import { signsIn } from './signs';
import { SYMPTOM_IDS } from '../../cluster/events/symptom';

/** What is wrong with the agents: what the cluster says first, then what follows from its nodes, and last what the manifests tell. */
export function diagnose(incident: Incident): Diagnosis[] {
  const seen = withReasons(fromSigns(signsIn(incident)), fromNodes(incident));
  const all = withFindings([...seen, ...fromRollout(incident)], fromManifest(incident));
  const place = ({ agent, symptom }: Diagnosis): number => incident.agents.indexOf(agent) * SYMPTOM_IDS.length
    + SYMPTOM_IDS.indexOf(symptom);
  // sorting keeps what is equal in its order
  return [...all].sort((a, b) => place(a) - place(b) || byWeight(a, b));
}

/**
 * Where a check has found the cause of what is seen, its fix takes the place of the one of the text: it knows the manifest and the
 * platform.
 */
function withFindings(seen: readonly Diagnosis[], found: readonly Diagnosis[]): Diagnosis[] {
  const used = new Set<Diagnosis>();
  const explained = seen.map(each => {
    const cause = each.level === 'note' ? undefined : found.find(finding => explains(finding, each));
    if (cause === undefined) {return each;}
    used.add(cause);
    if (cause.code === each.code) {return { ...each, fix: cause.fix };}
    return { ...each, cause: `${each.cause} ${cause.code}: ${cause.cause}.`, fix: cause.fix, path: cause.path };
  });
  return [...explained, ...found.filter(finding => !used.has(finding))];
}

function explains({ symptom, level, code, agent, path }: Diagnosis, seen: Diagnosis): boolean {
  if (symptom !== seen.symptom || agent !== seen.agent || level === 'note') {return false;}
  return code === seen.code || path !== undefined && seen.path !== undefined && (path === seen.path || path.startsWith(`${seen.path}.`));
}
