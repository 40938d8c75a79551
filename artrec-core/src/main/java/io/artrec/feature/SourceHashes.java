package io.artrec.feature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hashes of what one artwork's features depend on, each computed once. */
final class SourceHashes {
  private final ArtworkInput input;
  private final Optional<ImageIndex> index;
  private final Map<FeatureSpec.Source, String> hashes = new HashMap<>();

  SourceHashes(ArtworkInput input, Optional<ImageIndex> index) {
    this.input = input;
    this.index = index;
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
    if (source == FeatureSpec.Source.OFFER) {
      return ContentHash.ofOffer(input.artwork());
    }
    Optional<String> fingerprint = index.isPresent() ? input.imageFingerprint() : Optional.empty();
    Optional<String> known = fingerprint.flatMap(text -> index.orElseThrow().find(text));
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> hash = input.image().map(ContentHash::ofBytes);
    if (fingerprint.isPresent() && hash.isPresent()) {
      index.orElseThrow().put(fingerprint.get(), hash.get());
    }
    return hash.orElse("none");
  }
}
