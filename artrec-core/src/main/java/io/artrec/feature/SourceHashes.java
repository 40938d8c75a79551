package io.artrec.feature;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Hashes of what one artwork's features depend on, each computed once. */
final class SourceHashes {
  private final ArtworkInput input;
  private final Map<FeatureSpec.Source, String> hashes = new HashMap<>();

  SourceHashes(ArtworkInput input) {
    this.input = input;
  }

  String of(Set<FeatureSpec.Source> sources) {
    StringBuilder key = new StringBuilder();
    for (FeatureSpec.Source source : FeatureSpec.Source.values()) {
      if (sources.contains(source)) {
        String known = hashes.get(source);
        if (known == null) {
          known = hash(source);
          hashes.put(source, known);
        }
        key.append(known);
      }
    }
    return key.toString();
  }

  private String hash(FeatureSpec.Source source) {
    if (source == FeatureSpec.Source.RECORD) {
      return ContentHash.ofRecord(input.artwork());
    }
    return input.image().map(ContentHash::ofBytes).orElse("none");
  }
}
