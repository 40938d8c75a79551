package io.artrec.feature;

import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes vectors of a {@link DerivedFeature} from those of its inputs. Immutable and thread-safe.
 */
public interface DerivedEncoder {
  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  int dimensions();

  /**
   * Computes one artwork's vector.
   *
   * @param inputs its vector in each input, empty where it has none; a vocabulary that grew since
   *     fitting makes them longer, by values that are left aside
   * @return finite values, or empty when there is nothing to compute them from
   */
  Optional<float[]> encode(List<Optional<float[]>> inputs);

  /**
   * Writes what fitting learned, for {@link DerivedFeature#read}.
   *
   * @param out receives it
   */
  void save(StateWriter out);

  /**
   * Computes the vectors of a catalogue.
   *
   * @param inputs one matrix for each input
   * @return a matrix over the same artworks
   */
  default FeatureMatrix encodeAll(List<FeatureMatrix> inputs) {
    int size = inputs.get(0).size();
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, dimensions());
    for (int artwork = 0; artwork < size; artwork++) {
      List<Optional<float[]>> parts = new ArrayList<>(inputs.size());
      for (FeatureMatrix input : inputs) {
        parts.add(input.row(artwork));
      }
      Optional<float[]> row = encode(parts);
      if (row.isPresent()) {
        rows.set(artwork, row.get());
      }
    }
    return rows.build();
  }
}
