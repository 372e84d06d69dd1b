import { Rollout } from 'cdk8s-node-agents';

console.log(Rollout.percent(0).isSurge);
