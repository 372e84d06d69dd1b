import { Collector } from './collector';
import { Finding, finding } from '../../private/finding';
import { ContainerLogFiles } from '../inputs/container-logs-options';
import { LogFileAccess } from '../log-file-access';
import { LogInput } from '../log-input';

/** What a log agent cannot do on Windows nodes. */
export function refusedOnWindows({ support }: Collector, inputs: readonly LogInput[], access: LogFileAccess): Finding[] {
  if (!support.runsOnWindows) {
    return [unsupported(
      `${support.program} has no image for Windows, or none whose files the library knows`, 'NodeCoverage.windows()', 'Linux nodes',
      'use LogCollector.fluentBit() for Windows nodes, in an agent of their own',
    )];
  }
  return [
    ...access.kind === 'root' ? [] : [unsupported(
      'users, groups and capabilities of Linux mean nothing on Windows', `LogFileAccess.${access.kind}`, 'LogFileAccess.root()',
      'leave `access` out; ContainerSecurity.windowsUser names another user',
    )],
    ...inputs.flatMap(({ name, _input: input }) => {
      switch (input.kind) {
        case 'journal': return [unsupported(
          `the input '${name}' reads the journal of systemd, which Windows does not have`, 'LogInput.journal or LogInput.kernel', INPUTS,
          REMOVE,
        )];
        case 'files': return input.options.paths.filter(path => path.startsWith('/')).map(path => unsupported(
          `the input '${name}' reads a path that Windows nodes do not have`, path,
          "a path from a drive, such as 'C:\\\\inetpub\\\\logs\\\\LogFiles\\\\W3SVC1\\\\*.log'", REMOVE,
        ));
        default: return input.options.files !== ContainerLogFiles.CURRENT_AND_ROTATED ? [] : [unsupported(
          `the input '${name}' would tell rotated files apart by numbers that Fluent Bit does not read on Windows`,
          'ContainerLogFiles.CURRENT_AND_ROTATED', 'ContainerLogFiles.CURRENT',
          'leave `files` out',
        )];
      }
    }),
  ];
}

const INPUTS = 'LogInput.containers, LogInput.files';
const REMOVE = 'leave the input out on Windows nodes: an agent for Linux nodes next to this one may have it';

function unsupported(what: string, given: string, allowed: string, fix: string): Finding {
  return finding({ code: 'unsupported-by-collector', what, given, allowed, fix });
}
