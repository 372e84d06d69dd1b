import { Rollout } from 'cdk8s-node-agents';

Rollout.percent(0);
