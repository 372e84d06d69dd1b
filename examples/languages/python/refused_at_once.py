from cdk8s_node_agents import Rollout

Rollout.percent(0)
