import type { PlatformFacts, PlatformRow } from './platform-facts';
import { AMAZON } from './rows/amazon';
import { CANONICAL } from './rows/canonical';
import { GOOGLE } from './rows/google';
import { MICROSOFT } from './rows/microsoft';
import { OTHERS } from './rows/others';
import { RANCHER } from './rows/rancher';
import { RED_HAT } from './rows/red-hat';

/** The platforms that are known, by vendor. docs/platforms.md is made of them. */
export const PLATFORMS: readonly PlatformRow[] = [...AMAZON, ...GOOGLE, ...MICROSOFT, ...RED_HAT, ...RANCHER, ...CANONICAL, ...OTHERS];

const BY_ID: ReadonlyMap<string, PlatformFacts> = new Map(PLATFORMS.map(({ facts }) => [facts.id, facts]));

export const PLATFORM_IDS: readonly string[] = [...BY_ID.keys()];

/** What is known of a platform; undefined where the id is not one of the table. */
export function platformOf(id: string): PlatformFacts | undefined {
  return BY_ID.get(id);
}

/** What is known of the nodes of a platform that have another operating system; undefined where nothing is. */
export function factsForSystem(facts: PlatformFacts, operatingSystem: string | undefined): PlatformFacts | undefined {
  if (operatingSystem === undefined || operatingSystem === facts.operatingSystem) {return facts;}
  return facts.otherSystem === undefined ? undefined : platformOf(facts.otherSystem);
}
