import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { isBefore } from '../../cluster/image';
import { programOf } from '../../cluster/inventory/programs';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

const SHELL = /^(\/(usr\/)?bin\/)?(sh|bash|ash|rm)$/;
/** Images of the project and those that are built as its are: static, without a shell. */
const WITHOUT_SHELL = /(^|\/)(csi-)?node-driver-registrar$/;

export const csiRegistrarHook: Rule = {
  id: 'csi-registrar-hook',
  level: 'warning',
  summary: 'A hook of node-driver-registrar calls a shell that its image does not have.',
  looksAt: '`lifecycle.preStop.exec` and `postStart.exec` of node-driver-registrar with `sh`, `bash` or `rm`, from v1.1 on.',
  why: 'The image is distroless. Each stop of a pod is an event FailedPreStopHook, `exec: "/bin/sh": no such file or directory`, and a '
    + '`postStart` that fails has the container killed again and again. The registrar removes its socket by itself when it is stopped.',
  fix: 'Remove the hook: it was needed before registrar v1.3.',
  example: () => ({
    fails: [
      csiPlugin({ registrar: { lifecycle: { preStop: { exec: { command: ['/bin/sh', '-c', 'rm -rf /registration/disk-reg.sock'] } } } } }),
    ],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const { workload, registrar: { container, name, path } } of csiPluginsIn(context)) {
      // releases before 1.1 were built on alpine
      if (!WITHOUT_SHELL.test(programOf(container.image) ?? '') || isBefore(container.image, 1, 1)) {continue;}
      for (const hook of ['preStop', 'postStart']) {
        const [program] = container.lifecycle?.[hook]?.exec?.command ?? [];
        if (typeof program !== 'string' || !SHELL.test(program)) {continue;}
        yield findingOf(csiRegistrarHook, {
          about: workload, container: name, path: `${path}.lifecycle.${hook}`, given: program,
          what: 'the image has no such program, and the hook fails each time',
          ...hook === 'postStart' && { level: 'error' },
        });
      }
    }
  },
};
