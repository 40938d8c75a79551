package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A feature made of a function that counts how often it is asked. */
final class CountingFeature implements FeatureExtractor {
  final AtomicInteger encoded = new AtomicInteger();
  private final String name;
  private final int dimensions;
  private final Function<ArtworkInput, Optional<float[]>> function;
  private Set<FeatureSpec.Source> sources = Set.of(FeatureSpec.Source.RECORD);
  private int version = 1;
  private String parameters = "";
  private String fingerprint = "";
  private int batch = 1;
  private String whyMissing = "";
  private UnaryOperator<ArtworkInput> waiting = input -> input;
  final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

  CountingFeature(String name, int dimensions, Function<ArtworkInput, Optional<float[]>> function) {
    this.name = name;
    this.dimensions = dimensions;
    this.function = function;
  }

  /** The length of the title, and 1. */
  static CountingFeature ofTitle() {
    return new CountingFeature(
        "title-length", 2, input -> Optional.of(new float[] {input.artwork().title().length(), 1}));
  }

  CountingFeature whyMissing(String reason) {
    whyMissing = reason;
    return this;
  }

  CountingFeature readsImages() {
    sources = Set.of(FeatureSpec.Source.IMAGE);
    return this;
  }

  CountingFeature version(int number) {
    version = number;
    return this;
  }

  CountingFeature parameters(String text) {
    parameters = text;
    return this;
  }

  CountingFeature batch(int size) {
    batch = size;
    return this;
  }

  CountingFeature waiting(UnaryOperator<ArtworkInput> keeps) {
    waiting = keeps;
    return this;
  }

  CountingFeature readsOffers() {
    sources = Set.of(FeatureSpec.Source.RECORD, FeatureSpec.Source.OFFER);
    return this;
  }

  CountingFeature fingerprint(String text) {
    fingerprint = text;
    return this;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(name)
        .version(version)
        .facet("test")
        .parameters(parameters)
        .sources(sources)
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new FeatureEncoder() {
      @Override
      public int dimensions() {
        return dimensions;
      }

      @Override
      public Optional<float[]> encode(ArtworkInput input) {
        encoded.incrementAndGet();
        return function.apply(input);
      }

      @Override
      public String whyMissing(ArtworkInput input) {
        return whyMissing;
      }

      @Override
      public String fingerprint() {
        return fingerprint;
      }

      @Override
      public int batchSize() {
        return batch;
      }

      @Override
      public ArtworkInput waiting(ArtworkInput input) {
        return waiting.apply(input);
      }

      @Override
      public List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
        batches.add(inputs.size());
        return FeatureEncoder.super.encodeAll(inputs);
      }

      @Override
      public void save(StateWriter out) {}
    };
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return fit(Catalog.of());
  }
}
