package com.example;

import io.github.cdk8snodeagents.*;

/** A feature of our own: the pods say who owns them. */
class Owner implements IAgentFeature {
    private final String team;

    Owner(String team) {
        this.team = team;
    }

    @Override
    public void contribute(AgentPlan plan) {
        plan.addPodLabel("team", team);
        plan.getContainer().addEnv("OWNER", EnvValue.podLabel("team"));
    }
}
