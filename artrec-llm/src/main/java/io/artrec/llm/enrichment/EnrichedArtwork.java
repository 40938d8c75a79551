package io.artrec.llm.enrichment;

import io.artrec.catalog.Artwork;
import java.util.Map;

/** A work, what was read of it by field, and what failed. */
record EnrichedArtwork(
    Artwork artwork, Map<String, EnrichedValues> found, Map<String, String> failed) {}
