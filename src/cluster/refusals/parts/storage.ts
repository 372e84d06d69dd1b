import { isGiven, listOf, mapOf, missing, PartRule, PartRules, repeated, unwanted, wrong } from './part-rule';
import { keyPath } from '../../../private/field-path';
import { isLabelValue, isQualifiedName } from '../../../private/names';
import { parseQuantity } from '../../../private/quantity';

const claim: PartRule = function* ({ accessModes, resources, dataSource, dataSourceRef }) {
  const modes: unknown[] = Array.isArray(accessModes) ? accessModes : [];
  if (!isGiven(accessModes)) {yield missing('.accessModes');}
  if (modes.includes('ReadWriteOncePod') && modes.some(mode => mode !== 'ReadWriteOncePod')) {
    yield wrong('.accessModes', 'ReadWriteOncePod cannot be used with other modes', {
      given: modes.join(', '), allowed: 'ReadWriteOncePod alone', fix: 'keep one of them',
    });
  }
  const storage = mapOf(resources?.requests).storage;
  if (!isGiven(storage)) {
    yield missing('.resources.requests.storage');
  } else if ((parseQuantity(String(storage))?.nanos ?? 1n) <= 0n) {
    yield wrong('.resources.requests.storage', 'a claim asks for no storage', {
      code: 'invalid-quantity', given: String(storage), allowed: 'more than 0', fix: 'ask for what the pod needs',
    });
  }
  if (isGiven(dataSource) && isGiven(dataSourceRef)) {
    const isSame = ['apiGroup', 'kind', 'name'].every(field => (dataSource[field] ?? '') === (dataSourceRef[field] ?? ''));
    if (!isSame || dataSourceRef.namespace) {
      yield wrong('.dataSource', 'dataSource and dataSourceRef differ', {
        allowed: 'the same, or one of them', fix: 'leave dataSource out',
      });
    }
  }
};

const claimedObject: PartRule = function* ({ apiGroup, kind }) {
  if (!apiGroup && isGiven(kind) && kind !== '' && kind !== 'PersistentVolumeClaim') {
    yield wrong('.apiGroup', 'only a PersistentVolumeClaim has no API group', { given: kind, fix: 'name the API group' });
  }
};

/** Labels and annotations are all that a claim of a pod takes over. */
const claimTemplate: PartRule = function* ({ metadata }) {
  for (const field in mapOf(metadata)) {
    if (field !== 'labels' && field !== 'annotations' && isGiven(metadata[field])
      && metadata[field] !== '') {yield unwanted(`.metadata.${field}`, 'in the template of a claim');}
  }
};

const claimLabels: PartRule = function* ({ metadata }) {
  const { labels, annotations } = mapOf(metadata);
  for (const [field, map] of [['labels', labels], ['annotations', annotations]] as const) {
    for (const [key, value] of Object.entries(mapOf(map))) {
      const isGood = field === 'labels' ? isQualifiedName(key) && isLabelValue(String(value)) : isQualifiedName(key.toLowerCase());
      if (!isGood) {
        yield wrong(
          keyPath(`.metadata.${field}`, key), `the claim cannot have this ${field === 'labels' ? 'label' : 'annotation'}`,
          { code: 'invalid-label', given: `${key}: ${value}`, fix: 'correct it' },
        );
      }
    }
  }
};

const tokens: PartRule = function* ({ tokenRequests, serviceAccountTokenInSecrets }) {
  const all = listOf(tokenRequests);
  const seen = new Set<unknown>();
  for (let index = 0; index < all.length; index++) {
    const { audience = '' } = all[index];
    if (seen.has(audience)) {
      yield wrong(`.tokenRequests[${index}].audience`, 'two tokens are for the same audience', {
        given: `'${audience}'`, allowed: 'one token for each', fix: 'keep one of them',
      });
    }
    seen.add(audience);
  }
  if (isGiven(serviceAccountTokenInSecrets) && all.length === 0) {yield unwanted('.serviceAccountTokenInSecrets', 'without tokenRequests');}
};

const topology: PartRule = function* ({ matchLabelExpressions }) {
  if (!isGiven(matchLabelExpressions)) {yield missing('.matchLabelExpressions');}
  yield* repeated(listOf(matchLabelExpressions), index => `.matchLabelExpressions[${index}].key`, each => each.key);
};

/** The most that the parameters of a class may be, and take. */
const PARAMETERS = { count: 512, bytes: 256 * 1024 };

const parameters: PartRule = function* ({ parameters: given, allowedTopologies }) {
  const entries = Object.entries(mapOf(given));
  const bytes = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)), 0);
  if (entries.length > PARAMETERS.count || bytes > PARAMETERS.bytes) {
    yield wrong('.parameters', 'the parameters are more than the API server takes', {
      given: `${entries.length} of ${bytes} bytes`, allowed: `${PARAMETERS.count} of ${PARAMETERS.bytes} bytes`, fix: 'shorten them',
    });
  }
  for (const key of entries.map(([name]) => name).filter(name => name === '')) {
    yield wrong('.parameters', 'a parameter has no name', { given: `'${key}'`, fix: 'name it' });
  }
  yield* repeated(listOf(allowedTopologies), index => `.allowedTopologies[${index}]`, each => JSON.stringify(each.matchLabelExpressions));
};

export const STORAGE_PARTS: PartRules = {
  CSIDriverSpec: [tokens],
  PersistentVolumeClaimSpec: [claim],
  PersistentVolumeClaimTemplate: [claimTemplate, claimLabels],
  StorageClass: [parameters],
  TopologySelectorTerm: [topology],
  TypedLocalObjectReference: [claimedObject],
  TypedObjectReference: [claimedObject],
};
