package com.example;

import io.github.cdk8snodeagents.*;
import java.util.ArrayList;
import java.util.List;

/** A feature with a file that grows until the app is written. */
class Disks implements IAgentFeature, IFileContent {
    private final List<String> names = new ArrayList<>();
    private AgentPlan plan;

    @Override
    public void contribute(AgentPlan plan) {
        this.plan = plan;
        plan.getContainer().addFiles(AgentFile.produced("/etc/disk-health/disks", this, AgentFileOptions.builder().mode(0444).build()));
    }

    void add(String name) {
        names.add(name);
        plan.contentChanged();
    }

    @Override
    public String text() {
        return String.join("\n", names);
    }
}
