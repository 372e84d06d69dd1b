import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { PlacedWorkload } from './registered-agent';
import { clusterOf } from './target';
import { factsOf } from '../../cluster/workload-facts';

/** DaemonSets of the app that this library did not write: they take ports of nodes like any other. */
export function foreignWorkloads(root: IConstruct): PlacedWorkload[] {
  return root.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each) && each.kind === 'DaemonSet' && !('owner' in each))
    .flatMap(object => {
      const facts = factsOf(specOf(object));
      return facts.hostPorts.length === 0 ? [] : [{
        construct: object, cluster: clusterOf(object), isForeign: true, state: () => ({ hostPorts: facts.hostPorts, selection: facts.selection }),
      }];
    });
}

/** What someone else's object cannot write is theirs to report. */
function specOf(object: ApiObject): { [field: string]: any } {
  try {
    return object.toJson().spec ?? {};
  } catch {
    return {};
  }
}
