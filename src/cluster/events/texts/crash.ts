import type { EventText } from '../event-text';

/** Containers that end, or that the kubelet restarts. */
export const CRASH_TEXTS: readonly EventText[] = [
  {
    id: 'out-of-memory', symptom: 'crash', by: 'kubelet', reason: 'OOMKilled', texts: [],
    cause: 'The container used more memory than its limit, and the kernel ended it.',
    fix: 'Raise `resources.limits.memory`, or bound buffers and caches of the agent below it. On large nodes agents need more: give them '
      + 'a size by node pool.',
    option: '`resources: Resources.of({ memoryLimit })`, `pools: [...]`',
  },
  {
    id: 'liveness-probe-restarts', symptom: 'crash', by: 'kubelet',
    texts: ['Container {container} failed liveness probe, will be restarted', 'Init container {container} failed liveness probe'],
    cause: 'The liveness probe of {container} failed as often as `failureThreshold` says, and the kubelet restarts it.',
    fix: 'Probe what the process itself can answer, never a backend; give slow starts a startupProbe, and busy nodes a longer '
      + '`timeoutSeconds`.',
    option: '`Probe`',
  },
  {
    id: 'startup-probe-restarts', symptom: 'crash', by: 'kubelet',
    texts: ['Container {container} failed startup probe, will be restarted', 'Init container {container} failed startup probe'],
    cause: '{container} did not start within `failureThreshold` times `periodSeconds` of its startup probe.',
    fix: 'Raise `failureThreshold`, or look at its log for what it waits for.', option: '`Probe`',
  },
  {
    id: 'probe-not-answered', symptom: 'crash', by: 'kubelet',
    texts: ['{probe} probe failed: {detail}connection refused', '{probe} probe errored: {detail}connection refused'],
    cause: 'Nothing listens at the port of the {probe} probe: the program does not run yet, listens elsewhere or at 127.0.0.1 only.',
    fix: 'Compare the port of the probe with the address that the program listens at. The kubelet asks from the node, at the address of '
      + 'the pod.',
    option: '`Probe`',
  },
  {
    id: 'probe-timed-out', symptom: 'crash', by: 'kubelet',
    texts: [
      '{probe} probe failed: {detail}context deadline exceeded',
      '{probe} probe failed: {detail}Client.Timeout exceeded while awaiting headers',
      '{probe} probe failed: {detail}i/o timeout', '{probe} probe failed: command timed out',
      '{probe} probe errored: {detail}context deadline exceeded',
    ],
    cause: 'The {probe} probe got no answer within `timeoutSeconds`, which is 1 unless it is set: the container has too little processor '
      + 'time, or the probe asks too much.',
    fix: 'Raise `timeoutSeconds`, remove the processor limit, or probe something cheaper.',
    option: '`Probe`, `resources: Resources.of(...)`',
  },
  {
    id: 'probe-refused', symptom: 'crash', by: 'kubelet', texts: ['{probe} probe failed: HTTP probe failed with statuscode: {code}'],
    cause: 'The program answers the {probe} probe with {code}: it is not ready, or the path is wrong (404), or asks for credentials '
      + '(401, 403).',
    fix: 'Correct path and port of the probe, or look at the log for what is not ready.', option: '`Probe`',
  },
  {
    id: 'probe-failed', symptom: 'crash', by: 'kubelet',
    texts: [
      '{probe} probe failed: {output}', '{probe} probe errored and resulted in {state} state: {output}',
      '{probe} probe errored: {output}',
    ],
    cause: 'The {probe} probe failed: {output}', fix: 'Run what the probe runs in the container (`kubectl exec`).', option: '`Probe`',
  },
  {
    id: 'post-start-hook', symptom: 'crash', by: 'kubelet', reason: 'FailedPostStartHook', texts: ['PostStartHook failed'],
    cause: 'The postStart hook failed, so the kubelet ended the container.',
    fix: 'Do in the program or in an init container what the hook does.',
  },
  {
    id: 'pre-stop-hook', symptom: 'crash', by: 'kubelet', reason: 'FailedPreStopHook', texts: ['PreStopHook failed'],
    cause: 'The preStop hook failed or did not end within `terminationGracePeriodSeconds`; the container is ended anyway.',
    fix: 'Shorten the hook, or raise the grace period.',
    option: '`terminationGracePeriod`',
  },
  {
    id: 'exit-not-executable', symptom: 'crash', by: 'kubelet', texts: ['Exit Code: 126'],
    cause: 'A shell found the program and could not run it: it is not executable, or the user may not.',
    fix: 'Set the executable bit in the image, or run as its user.', option: '`command`',
  },
  {
    id: 'exit-not-found', symptom: 'crash', by: 'kubelet', texts: ['Exit Code: 127'],
    cause: 'A shell did not find the program.', fix: 'Correct `command` and `args`.', option: '`command`',
  },
  {
    id: 'exit-killed', symptom: 'crash', isSummary: true, by: 'kubelet', texts: ['Exit Code: 137'],
    cause: 'The container was killed (SIGKILL): it did not stop within its grace period after a failed liveness probe, or a process in '
      + 'it was out of memory.',
    fix: 'Look at the probe events of the pod, and at the memory of the container; let the program end on SIGTERM.',
    option: '`terminationGracePeriod`, `resources: Resources.of(...)`',
  },
  {
    id: 'exit-crashed', symptom: 'crash', by: 'kubelet', texts: ['Exit Code: 139', 'Exit Code: 134'],
    cause: 'The program crashed (SIGSEGV or SIGABRT): a bug, or a library that does not fit the kernel of the node.',
    fix: 'Compare kernel and architecture of nodes where it crashes with the others.',
  },
  {
    id: 'exit-terminated', symptom: 'crash', isSummary: true, by: 'kubelet', texts: ['Exit Code: 143'],
    cause: 'The container was asked to stop (SIGTERM): by a failed liveness probe, an eviction or an update.',
    fix: 'Other events of the pod say which.',
  },
  {
    id: 'exit-with-error', symptom: 'crash', isSummary: true, by: 'kubelet', texts: ['Exit Code: {code}'],
    cause: 'The program ended with {code}.', fix: 'Read its last log: `kubectl logs --previous`.',
  },
  {
    id: 'crash-loop', symptom: 'crash', isSummary: true, by: 'kubelet',
    texts: [
      'Back-off restarting failed container {container} in pod {pod}',
      'back-off {delay} restarting failed container={container} pod={pod}',
    ],
    cause: 'The container {container} ends again and again, and the kubelet waits longer before each start.',
    fix: 'Read its last log: `kubectl logs --previous`.',
  },
];
