import { SmbVolumeParameters } from './smb-volume-parameters-options';
import { quote } from '../../../private/agent-error';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

const CLASS = 'csi.storage.k8s.io';

/** The parameters of the SMB driver, in its own spelling. */
export function smbVolumeParameters(options: SmbVolumeParameters): { [name: string]: string } {
  const { source, secretName, secretNamespace, makesDirectories = true, subDirectory, onDelete } = options;
  const rules = new ParameterRules('volumes of SMB shares', options);
  if (!/^\/\/[^/\s]+\/[^\s]*[^/\s]$/.test(source)) {
    rules.refuse(
      'cannot be made on this share', `source: ${quote(source)}`, '//server/share, with slashes and without one at its end',
      'write //files.example.com/volumes',
    );
  }
  if (secretName === '' || secretNamespace === '') {
    rules.refuse(
      'have a Secret with the user', `secretName: ${quote(secretName)}, secretNamespace: ${quote(secretNamespace)}`, 'both',
      'name the Secret and its namespace',
    );
  }
  if (!makesDirectories && (subDirectory !== undefined || onDelete !== undefined)) {
    rules.refuse(
      'without directories of their own have nothing to name or to delete', 'makesDirectories: false, and subDirectory or onDelete',
      'one of them', 'leave `makesDirectories` out',
    );
  }
  return parameterTexts({
    source, subDir: subDirectory, onDelete,
    ...makesDirectories && { [`${CLASS}/provisioner-secret-name`]: secretName, [`${CLASS}/provisioner-secret-namespace`]: secretNamespace },
    [`${CLASS}/node-stage-secret-name`]: secretName,
    [`${CLASS}/node-stage-secret-namespace`]: secretNamespace,
  });
}
