import { App, Chart } from 'cdk8s';
import { AgentPlan, AgentReview, IAgentCheck, IAgentFeature, MetricsExporter, NodeAgent, Port } from 'cdk8s-node-agents';

/** A check of our own: the pods carry a label. */
class NeedsLabel implements IAgentFeature, IAgentCheck {
  public constructor(private readonly label: string) {}

  public contribute(plan: AgentPlan): void {
    plan.addCheck(this);
  }

  public check(review: AgentReview): void {
    const { labels } = review.spec.template.metadata;
    if (labels[this.label] === undefined) {
      review.addError({ code: 'acme/missing-label', what: `the pods have no label ${this.label}`, fix: 'add it to podLabels' });
    }
  }
}

const app = new App();
const chart = new Chart(app, 'monitoring', { namespace: 'monitoring' });
new MetricsExporter(chart, 'metrics');
new NodeAgent(chart, 'my-exporter', {
  image: 'ghcr.io/your-org/exporter:1.0.0',
  ports: [Port.host('metrics', 9100)],
  features: [new NeedsLabel('team')],
});
app.synth();
