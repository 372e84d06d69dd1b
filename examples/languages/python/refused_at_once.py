from cdk8s_node_agents import Rollout

print(Rollout.percent(0).is_surge)
