package org.reconbench.harness.plan;

import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Params;
import org.reconbench.data.Protocol;
import org.reconbench.data.Protocols;
import org.reconbench.harness.experiment.Experiment;

/** A protocol with its resolved parameters. */
public record ProtocolChoice(Protocol protocol, Params params) {

    /** The protocol's id. */
    public String id() {
        return protocol.card().id();
    }

    /** How it scales. */
    public Scaling scaling() {
        return protocol.scaling(params);
    }

    static ProtocolChoice resolve(String source, Experiment.Ref ref, Settings settings) {
        Protocol protocol = Protocols.find(ref.name())
                .orElseThrow(() -> Unknown.name(source, ref.line(), "protocol", ref.name(), Protocols.ids()));
        return new ProtocolChoice(
                protocol,
                Choices.params(
                        source,
                        ref.line(),
                        "protocol '" + ref.name() + "'",
                        protocol.card().params(),
                        Choices.merged(
                                ref.params(),
                                settings.of(ref.name(), protocol.card().params()))));
    }
}
