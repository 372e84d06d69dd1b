import type { PlacedAgent } from './placed-agent';
import { broadRightsOf } from '../../checks/facts/broad-rights';
import { bindingsOf } from '../../cluster/rights/account-rights';
import { rulesOf } from '../../cluster/rights/bindings';
import { Entry, namespaceOf } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** What the roles of an agent allow, one line for each resource and verb: `get pods (everywhere)`, `get nodes/proxy (in kube-system)`. */
export function grantsOf({ agent, inventory }: PlacedAgent): string[] {
  return bindingsOf(agent, inventory).flatMap(binding => {
    const scope = isEverywhere(binding) ? 'everywhere' : `in ${namespaceOf(binding)}`;
    const rules = rulesOf(binding, inventory);
    if (rules === undefined) {return [`all of ${binding.object.roleRef?.kind} ${binding.object.roleRef?.name} (${scope})`];}
    return rules.flatMap(({ rule }) => linesOf(rule).map(line => `${line} (${scope})`));
  });
}

/** What the roles of an agent allow beyond what they look like: the end of `its pods can ...`. */
export function broadRightsIn({ agent, inventory }: PlacedAgent): string[] {
  return bindingsOf(agent, inventory).flatMap(binding =>
    (rulesOf(binding, inventory) ?? []).flatMap(({ rule }) => broadRightsOf(rule, isEverywhere(binding)).map(({ can }) => can)));
}

function isEverywhere({ kind }: Entry): boolean {
  return kind === 'ClusterRoleBinding';
}

function linesOf({ apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [], verbs = [] }: Wire): string[] {
  const subjects: readonly string[] = [
    ...nonResourceURLs,
    ...apiGroups.flatMap((group: string) => resources.map((resource: string) => `${resource}${group === '' ? '' : `.${group}`}`)),
  ];
  const names: readonly string[] = resourceNames.length === 0 ? [''] : resourceNames.map((name: string) => ` ${name}`);
  return subjects.flatMap(subject => names.flatMap(name => verbs.map((verb: string) => `${verb} ${subject}${name}`)));
}
