package com.example;

import io.github.cdk8snodeagents.*;
import java.util.Map;

/** A check of our own: the pods carry a label. */
class NeedsLabel implements IAgentFeature, IAgentCheck {
    private final String label;

    NeedsLabel(String label) {
        this.label = label;
    }

    @Override
    public void contribute(AgentPlan plan) {
        plan.addCheck(this);
    }

    @Override
    public void check(AgentReview review) {
        Map<?, ?> template = (Map<?, ?>) ((Map<?, ?>) review.getSpec()).get("template");
        Map<?, ?> labels = (Map<?, ?>) ((Map<?, ?>) template.get("metadata")).get("labels");
        if (!labels.containsKey(label)) {
            review.addError(Finding.builder()
                .code("acme/missing-label")
                .what("the pods have no label " + label)
                .fix("add it to podLabels")
                .build());
        }
    }
}
