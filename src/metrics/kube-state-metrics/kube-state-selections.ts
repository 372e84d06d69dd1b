import { KubeStateSetup } from './kube-state-parts';
import { RESOURCE_NAMES, ResourceName, rowOf } from './resource-table';
import { isOlder, showVersion } from '../../presets/program-version';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { isQualifiedName } from '../../private/names';
import { nearest } from '../../private/nearest';
import { sortedEntries } from '../../private/wire';

type Selection = { readonly [resource: string]: readonly string[] };

const WILDCARDS_SINCE = [2, 20] as const;
const ONE_SERIES_EACH_SINCE = [2, 20] as const;

/** Labels or annotations by kind, as the flags take them: those of kinds that the workload collects. */
export function selectionText(selection: Selection | undefined, collected: readonly ResourceName[]): string | undefined {
  const chosen = sortedEntries(selection).filter(([resource]) => resource === '*' || (collected as readonly string[]).includes(resource));
  // the program reads a `*` only where it is the first key
  const textOf = (keys: readonly string[]) => keys.includes('*') ? '*' : [...new Set(keys)].join(',');
  return chosen.length === 0 ? undefined : chosen.map(([resource, keys]) => `${resource}=[${textOf(keys)}]`).join(',');
}

/** What the program would pass over in silence, refuse, or answer with errors. */
export function checkSelections(setup: KubeStateSetup): Finding[] {
  const { props } = setup;
  return [
    ...selected('labelMetrics', props.labelMetrics, setup),
    ...selected('annotationMetrics', props.annotationMetrics, setup),
    ...unserved(setup),
    ...doubled(setup),
  ];
}

function selected(option: string, selection: Selection | undefined, { resources, version }: KubeStateSetup): Finding[] {
  const problem = (what: string, given: string, allowed: string, fix: string) =>
    finding({ code: 'invalid-label-selection', what, given: `${option}: ${quote(given)}`, allowed, fix });
  return sortedEntries(selection).flatMap(([resource, keys]) => {
    if (resource !== '*' && !(resources as readonly string[]).includes(resource)) {
      const meant = nearest(resource, RESOURCE_NAMES);
      return [problem('labels are selected for a kind of object that is not collected', resource, [...resources, '*'].join(', '),
        meant !== undefined && meant !== resource ? `did you mean ${meant}?` : 'add the kind to `collected`, or leave it out here')];
    }
    return keys.flatMap(key => {
      if (key === '*' || isQualifiedName(key)) {return [];}
      const isPattern = isQualifiedName(key.replace('*', 'x'));
      if (isPattern && !isOlder(version, WILDCARDS_SINCE)) {return [];}
      return [problem(isPattern ? 'patterns for labels need a newer release' : 'an object cannot have this label', key,
        'the key of a label, `*`, or a key with one `*` from 2.20 on',
        isPattern ? `use ${showVersion(WILDCARDS_SINCE)}, or spell the keys out` : 'copy the key from an object')];
    });
  });
}

/** Kinds that were asked for by name, and that this release or cluster does not have. */
function unserved({ props, version, cluster }: KubeStateSetup): Finding[] {
  return (props.collected?._named ?? []).flatMap(name => {
    const { since, kubernetes } = rowOf(name);
    if (since !== undefined && isOlder(version, since)) {
      return [finding({
        code: 'flag-too-new', what: `kube-state-metrics does not collect ${name} before ${showVersion(since)}, and refuses to start`,
        given: showVersion(version), allowed: `${showVersion(since)} or newer`, fix: 'use a newer release, or leave the kind out',
      })];
    }
    return kubernetes !== undefined && kubernetes > cluster.kubernetesVersion.minor ? [finding({
      code: 'field-too-new',
      what: `clusters before Kubernetes 1.${kubernetes} do not serve ${name}, and kube-state-metrics counts an error for each list`,
      given: `Kubernetes 1.${cluster.kubernetesVersion.minor}`, allowed: `1.${kubernetes} or newer`,
      fix: 'leave the kind out, or raise kubernetesVersion with TargetCluster.configure',
    })] : [];
  });
}

/** Before 2.20 objects without a namespace were read once for each namespace. */
function doubled({ props: { namespaces = [] }, resources, version }: KubeStateSetup): Finding[] {
  const ofCluster = resources.filter(name => !rowOf(name).isNamespaced);
  return namespaces.length < 2 || ofCluster.length === 0 || !isOlder(version, ONE_SERIES_EACH_SINCE) ? [] : [finding({
    code: 'duplicate-series',
    what: 'this release exposes the series of objects without a namespace once for each namespace, and Prometheus refuses the scrape',
    given: `${namespaces.length} namespaces, ${ofCluster.join(', ')}`,
    allowed: `${showVersion(ONE_SERIES_EACH_SINCE)} or newer, one namespace, or no such kinds`,
    fix: `use ${showVersion(ONE_SERIES_EACH_SINCE)}`,
  })];
}
