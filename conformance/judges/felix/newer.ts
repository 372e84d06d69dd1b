/**
 * What the Felix of 3.28 cannot judge, because a later release of Calico brought it: read in the sources of every release from 3.28.0 to
 * 3.32.1. That it is true of 3.28 is tried in each run.
 */

/** Parameters, by the first release that has them. `3.31.4` is the first of its minor; 3.30 has them since 3.30.6. */
const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['3.29.0', `
    BPFREDIRECTTOPEER GOGCTHRESHOLD GOMAXPROCS GOMEMORYLIMITMB IPFORWARDING NFTABLESFILTERALLOWACTION NFTABLESFILTERDENYACTION
    NFTABLESMANGLEALLOWACTION NFTABLESMARKMASK NFTABLESMODE NFTABLESREFRESHINTERVAL
  `],
  ['3.30.0', `
    BPFCONNTRACKCLEANUPMODE BPFCONNTRACKLOGLEVEL BPFCONNTRACKTIMEOUTS BPFEXPORTBUFFERSIZEMB BPFMAPSIZECONNTRACKCLEANUPQUEUE
    BPFMAPSIZECONNTRACKSCALING BPFMAPSIZEPERCPUCONNTRACK BPFPROFILING FLOWLOGSCOLLECTORDEBUGTRACE FLOWLOGSFLUSHINTERVAL
    FLOWLOGSGOLDMANESERVER FLOWLOGSPOLICYEVALUATIONMODE
  `],
  ['3.30.1', 'FLOWLOGSLOCALREPORTER'],
  ['3.30.4', 'CGROUPV2PATH'],
  ['3.30.5', 'BPFKUBEPROXYHEALTHZPORT'],
  ['3.31.0', 'BPFATTACHTYPE BPFJITHARDENING NATOUTGOINGEXCLUSIONS PROGRAMCLUSTERROUTES REQUIREMTUFILE'],
  ['3.31.4', 'LOGACTIONRATELIMIT LOGACTIONRATELIMITBURST'],
  ['3.32.0', `
    BPFMAGLEVMAXENDPOINTSPERSERVICE BPFMAGLEVMAXSERVICES IPV4ELEVATEDROUTEPRIORITY IPV4NORMALROUTEPRIORITY IPV6ELEVATEDROUTEPRIORITY
    IPV6NORMALROUTEPRIORITY ISTIOAMBIENTMODE ISTIODSCPMARK LIVEMIGRATIONROUTECONVERGENCETIME PROMETHEUSMETRICSCAFILE
    PROMETHEUSMETRICSCERTFILE PROMETHEUSMETRICSCLIENTAUTH PROMETHEUSMETRICSKEYFILE
  `],
]);

/** Values that parameters of a type take since a release. */
interface NewerValues {
  readonly since: string;
  readonly what: string;
  readonly type: RegExp;
  readonly isNewer: (value: string) => boolean;
}

const VALUES: readonly NewerValues[] = [
  { since: '3.29.0', what: 'IPv6 in lists of ranges', type: /^cidr-list$/, isNewer: value => value.includes(':') },
  { since: '3.30.0', what: 'whole numbers of more than 32 bits', type: /^int\b/, isNewer: value => !isOf32Bits(value) },
  { since: '3.30.1', what: 'TRACE as a level of the log', type: /^oneof\(TRACE,/, isNewer: value => value.toUpperCase() === 'TRACE' },
];

const RELEASE_OF: ReadonlyMap<string, string> = new Map(
  [...PARAMETERS].flatMap(([since, names]) => names.trim().split(/\s+/).map(name => [name, since] as const)),
);

/** Why the Felix of 3.28 cannot judge a value of a parameter; nothing where it can. */
export function newerThanPinned(name: string, value: string, type: string): { readonly since: string; readonly what: string } | undefined {
  const since = RELEASE_OF.get(name);
  if (since !== undefined) {return { since, what: 'parameters' };}
  return VALUES.find(each => each.type.test(type) && each.isNewer(value));
}

function isOf32Bits(value: string): boolean {
  return Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
}
