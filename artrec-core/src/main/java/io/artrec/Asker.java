package io.artrec;

import io.artrec.behavior.History;
import io.artrec.strategy.Circumstances;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who asks, before anything is looked up.
 *
 * @param user their id; empty for somebody without
 * @param added what the request says they did
 * @param facets what alone counts
 * @param millis the time of asking
 * @param seed decides what is left to chance
 * @param circumstances what is known of the asking beside
 */
record Asker(
    Optional<String> user,
    History added,
    Map<String, Double> facets,
    long millis,
    long seed,
    Circumstances circumstances) {}
