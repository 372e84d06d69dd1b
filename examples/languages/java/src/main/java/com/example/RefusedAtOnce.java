package com.example;

import io.github.cdk8snodeagents.Rollout;

public class RefusedAtOnce {
    public static void main(String[] args) {
        System.out.println(Rollout.percent(0).getIsSurge());
    }
}
