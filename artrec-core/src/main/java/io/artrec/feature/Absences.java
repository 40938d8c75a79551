package io.artrec.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why works lack features, gathered from the runs of an extraction. */
final class Absences {
  private Absences() {}

  /** Groups features that as many works lack for the same reason. */
  static List<ExtractionReport.Absence> of(List<ExtractorRun> runs) {
    Map<String, Map<Integer, List<String>>> lacking = new TreeMap<>();
    for (ExtractorRun run : runs) {
      run.absences()
          .forEach(
              (reason, works) ->
                  lacking
                      .computeIfAbsent(reason, any -> new TreeMap<>())
                      .computeIfAbsent(works, any -> new ArrayList<>())
                      .add(run.name()));
    }
    List<ExtractionReport.Absence> absences = new ArrayList<>();
    lacking.forEach(
        (reason, byWorks) ->
            byWorks.forEach(
                (works, names) ->
                    absences.add(new ExtractionReport.Absence(reason, works, names))));
    absences.sort(Comparator.comparingInt(ExtractionReport.Absence::artworks).reversed());
    return absences;
  }
}
