import { fieldRef, resourceRef } from './field-refs';
import { atMostOne, exactlyOne, given, isGiven, listOf, missing, needs, PartRule, PartRules, wrong } from './part-rule';
import { isDnsSubdomain } from '../../../private/names';

const namedSecret = (field: string): PartRule => function* (part) {
  if (isGiven(part[field]) && !part[field].name) {yield missing(`.${field}.name`);}
};

const nodeSecret: PartRule = function* ({ nodePublishSecretRef }) {
  const name: unknown = nodePublishSecretRef?.name;
  if (typeof name === 'string' && name !== '' && !isDnsSubdomain(name)) {
    yield wrong('.nodePublishSecretRef.name', 'no Secret has this name', {
      code: 'invalid-name', given: name, allowed: 'a DNS subdomain', fix: 'name the Secret as it is',
    });
  }
};

const azureDisk: PartRule = function* ({ kind, diskURI }) {
  if (typeof diskURI !== 'string' || !isGiven(kind)) {return;}
  const begin = kind === 'Managed' ? '/subscriptions/' : 'https://';
  if (!diskURI.startsWith(begin)) {
    yield wrong('.diskURI', `a disk of the kind ${kind} has another address`, {
      given: diskURI, allowed: `${begin}...`, fix: 'correct the address or the kind',
    });
  }
};

const fibreChannel: PartRule = function* ({ targetWWNs, wwids, lun }) {
  const [targets, ids] = [targetWWNs, wwids].map(list => Array.isArray(list) && list.length > 0);
  if (targets === ids) {
    yield wrong('', 'targetWWNs and wwids exclude each other, and one of them is needed', {
      given: targets ? 'both' : 'none', allowed: 'one of them', fix: 'give one of them',
    });
  }
  if (targets && !(lun >= 0 && lun <= 255)) {
    yield wrong('.lun', 'there is no such lun', { given: isGiven(lun) ? lun : 'nothing', allowed: '0 to 255', fix: 'correct it' });
  }
};

const flocker: PartRule = function* (part) {
  if (given(part, ['datasetName', 'datasetUUID']).filter(field => part[field] !== '').length !== 1) {
    yield wrong('', 'a data set has a name or an id', {
      given: given(part, ['datasetName', 'datasetUUID']).join(', ') || 'none', allowed: 'one of datasetName, datasetUUID',
      fix: 'give one of them',
    });
  }
  if (String(part.datasetName ?? '').includes('/')) {
    yield wrong('.datasetName', 'the name of a data set has no /', { given: part.datasetName, fix: 'correct it' });
  }
};

const iscsi: PartRule = function* ({ chapAuthDiscovery, chapAuthSession, secretRef }) {
  if ((chapAuthDiscovery === true || chapAuthSession === true) && !isGiven(secretRef)) {yield missing('.secretRef', ': CHAP needs it');}
};

const initiator: PartRule = function* ({ name, iscsi: source }) {
  if (isGiven(source?.initiatorName) && `${name}:${source.targetPortal}`.length > 64) {
    yield wrong('.iscsi.targetPortal', 'name of the volume and portal are too long together', {
      given: `${name}:${source.targetPortal}`, allowed: 'at most 64 characters', fix: 'shorten the name of the volume',
    });
  }
};

const file: PartRule = function* (part) {
  yield* exactlyOne('fieldRef', 'resourceFieldRef')(part, NOWHERE);
  if (isGiven(part.fieldRef)) {yield* fieldRef(part.fieldRef, '.fieldRef', 'volume');}
  if (isGiven(part.resourceFieldRef)) {
    if (!part.resourceFieldRef.containerName) {yield missing('.resourceFieldRef.containerName');}
    yield* resourceRef(part.resourceFieldRef, '.resourceFieldRef');
  }
};

const NOWHERE = { minor: 0, kind: '', object: {}, isRuled: false };

/** Files of several sources in one directory. */
const samePaths: PartRule = function* ({ sources }) {
  const seen = new Set<string>();
  const all = listOf(sources);
  for (let index = 0; index < all.length; index++) {
    for (const source of ['secret', 'configMap', 'downwardAPI']) {
      const items = listOf(all[index][source]?.items);
      for (let position = 0; position < items.length; position++) {
        const { path } = items[position];
        if (seen.has(path)) {
          yield wrong(`.sources[${index}].${source}.items[${position}].path`, 'two sources write the same file', {
            code: 'invalid-path', given: path, allowed: 'each path once', fix: 'name another file',
          });
        }
        if (typeof path === 'string' && path !== '') {seen.add(path);}
      }
    }
  }
};

export const VOLUME_PARTS: PartRules = {
  AzureDiskVolumeSource: [azureDisk],
  CSIVolumeSource: [namedSecret('nodePublishSecretRef'), nodeSecret],
  CinderVolumeSource: [namedSecret('secretRef')],
  ConfigMapProjection: [needs('name')],
  ConfigMapVolumeSource: [needs('name')],
  DownwardAPIVolumeFile: [file],
  EphemeralVolumeSource: [needs('volumeClaimTemplate')],
  FCVolumeSource: [fibreChannel],
  FlockerVolumeSource: [flocker],
  ISCSIVolumeSource: [iscsi],
  ProjectedVolumeSource: [samePaths],
  SecretProjection: [needs('name')],
  SecretVolumeSource: [needs('secretName')],
  StorageOSVolumeSource: [needs('volumeName'), namedSecret('secretRef')],
  Volume: [initiator],
  VolumeProjection: [atMostOne('secret', 'configMap', 'downwardAPI', 'serviceAccountToken')],
};
