package com.example;

import io.github.cdk8snodeagents.Rollout;

public class RefusedAtOnce {
    public static void main(String[] args) {
        Rollout.percent(0);
    }
}
