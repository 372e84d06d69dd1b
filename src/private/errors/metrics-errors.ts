import type { ErrorEntry } from './error-entry';

/** Codes that metrics exporters can raise. */
export const METRICS_ERRORS = {
  'collector-without-access': {
    summary: 'A collector of an exporter is asked for that cannot see what it reports.',
    why: 'It would fail at every scrape, or describe the pod in place of the node.',
    fix: 'Give the exporter what the message names, or leave the collector out.',
    refusedBy: 'never-works',
  },
  'conflicting-flags': {
    summary: 'Two arguments of a program contradict each other, or an argument contradicts a property.',
    why: 'Exporters refuse to start when a flag is repeated, and when one side of a pair excludes the other.',
    fix: 'Keep one of them.',
    refusedBy: 'never-works',
  },
  'flag-too-new': {
    summary: 'A flag or collector is newer than the release of the program that runs.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Leave it out, or use a newer image.',
    refusedBy: 'never-works',
  },
  'unknown-collector': {
    summary: 'An exporter has no collector of the given name.',
    why: 'It refuses to start with a flag that it does not know.',
    fix: 'Use the name that the message proposes.',
    refusedBy: 'never-works',
  },
  'unknown-exporter-version': {
    summary: 'The release of an exporter is not known, or is not supported.',
    why: 'Which flags there are depends on it, and an unknown flag keeps the exporter from starting.',
    fix: 'Name it in `version`, beside the image.',
    refusedBy: 'library',
  },
  'duplicate-series': {
    summary: 'kube-state-metrics would expose the same series several times.',
    why: 'Several pods that do not know their shard expose everything, and queries count each object several times. Before 2.20 objects '
      + 'without a namespace are read once for each namespace in `namespaces`, and Prometheus refuses a scrape with duplicate series.',
    fix: 'Run one pod or use `sharding`. With several namespaces use kube-state-metrics 2.20, or kinds that are in namespaces.',
    refusedBy: 'never-works',
  },
  'empty-kube-state-resources': {
    summary: 'kube-state-metrics is to collect no kind of objects.',
    why: 'Without `--resources` the program collects all of its default kinds, which it then has no right to read.',
    fix: 'Name at least one kind, or use KubeStateResources.standard().',
    refusedBy: 'never-works',
  },
  'invalid-counter': {
    summary: 'dcgm-exporter is to collect a field that DCGM does not have, or does not show.',
    why: 'The exporter refuses to start with a line that it cannot read, and a field that the driver keeps to itself has no series.',
    fix: 'Use names of fields as the documentation of DCGM has them, and `profiling` for those that begin with DCGM_FI_PROF_.',
    refusedBy: 'never-works',
  },
  'invalid-custom-resource-metric': {
    summary: 'A metric of a custom resource has a name, label or kind that cannot be.',
    why: 'kube-state-metrics or Prometheus refuses names and labels of other characters, and finds no objects by a kind that does not '
      + 'exist.',
    fix: 'Use letters, digits and `_` for names and labels, and copy group, version, kind and plural from `kubectl api-resources`.',
    refusedBy: 'never-works',
  },
  'invalid-label-selection': {
    summary: 'Labels of objects are chosen that no object can have, or of a kind that is not collected.',
    why: 'kube-state-metrics passes over them in silence: the metric is there, and the label never is.',
    fix: 'Name the kinds that are collected, and keys of labels, or `*`.',
    refusedBy: 'never-works',
  },
  'invalid-process-group': {
    summary: 'A group of processes cannot match anything, or its name is no template.',
    why: 'process-exporter refuses to start with a group without conditions, and the kernel cuts names of commands after 15 characters.',
    fix: 'Name commands of at most 15 characters, executables or patterns of command lines.',
    refusedBy: 'never-works',
  },
  'invalid-protection': {
    summary: 'The metrics of an exporter cannot be protected in the way that was chosen.',
    why: 'The proxy has no image for the nodes, or the program does not take the configuration.',
    fix: 'Choose one of those that the message names.',
    refusedBy: 'never-works',
  },
  'invalid-sharding': {
    summary: 'The objects of a cluster cannot be divided in this way.',
    why: 'A wrong number of shards, or a workload whose pods have no numbers, leaves objects without metrics or shows them twice.',
    fix: 'Follow the alternative in the message.',
    refusedBy: 'never-works',
  },
  'unknown-flag': {
    summary: 'A program has no flag of the given name, or not of that kind.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Use the name that the message proposes. A flag that only a build of your own has goes into `overrides`.',
    refusedBy: 'never-works',
  },
} as const satisfies { [code: string]: ErrorEntry };
