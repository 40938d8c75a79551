package io.artrec.kernel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the running JVM offers, found once. */
final class AvailableKernels {
  private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);

  static final List<Kernels> ALL = find();
  static final Kernels BEST = ALL.get(0);

  private AvailableKernels() {}

  private static List<Kernels> find() {
    List<Kernels> found = new ArrayList<>();
    Optional<Module> vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
    if (vectors.isPresent()) {
      // A descriptor that required an incubator module would have every consumer's compiler warn.
      AvailableKernels.class.getModule().addReads(vectors.get());
      ServiceLoader.load(Kernels.class, Kernels.class.getClassLoader()).forEach(found::add);
    }
    found.add(new PlainKernels());
    LOG.info("{}", advice(found.get(0)));
    return List.copyOf(found);
  }

  static String advice(Kernels used) {
    return used instanceof PlainKernels
        ? "computing with plain Java loops; java --add-modules jdk.incubator.vector makes training"
            + " up to four times as fast"
        : "computing with " + used.name() + " kernels";
  }

  static Kernels named(String name) {
    return ALL.stream()
        .filter(kernels -> kernels.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kernels '"
                        + name
                        + "' are not there, expected one of "
                        + ALL.stream().map(Kernels::name).collect(Collectors.joining(", "))
                        + "; simd needs java --add-modules jdk.incubator.vector"));
  }
}
