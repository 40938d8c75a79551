package io.artrec.djl.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest text among those that go on, after each token, with the likeliest so far. As
 * log-probabilities only fall, it ends when a whole text is at least as likely as all that are not.
 */
final class BeamSearch {
  private static final Comparator<Beam> LIKELIEST =
      Comparator.comparingDouble((Beam beam) -> -beam.likely);

  private final Utterance utterance;
  private final CausalSession session;
  private final int most;

  BeamSearch(Utterance utterance, CausalSession session, int most) {
    this.utterance = utterance;
    this.session = session;
    this.most = most;
  }

  /** A text so far: which row it continues, its tokens, and how likely they are. */
  private static final class Beam {
    private final int row;
    private final int[] tokens;
    private final double likely;
    private final @Nullable JsonState state;

    Beam(int row, int[] tokens, double likely, @Nullable JsonState state) {
      this.row = row;
      this.tokens = tokens;
      this.likely = likely;
      this.state = state;
    }

    int last() {
      return tokens[tokens.length - 1];
    }
  }

  Generation write(long[] prompt) {
    List<Beam> open = List.of(new Beam(0, new int[0], 0, utterance.begin()));
    Optional<Beam> whole = Optional.empty();
    utterance.checkInterrupted();
    float[][] logits = {session.append(prompt)};
    for (int count = 1; ; count++) {
      List<Beam> next = new ArrayList<>();
      for (Beam beam : longer(open, logits, most - count)) {
        if (!isWhole(beam)) {
          next.add(beam);
        } else if (whole.isEmpty() || beam.likely > whole.get().likely) {
          whole = Optional.of(beam);
        }
      }
      open = next.subList(0, Math.min(next.size(), utterance.beams()));
      if (whole.isPresent() && (open.isEmpty() || whole.get().likely >= open.get(0).likely)) {
        return said(whole.get(), Generation.End.END);
      }
      if (count == most || utterance.isLate()) {
        if (whole.isPresent() && count < most) {
          return said(whole.get(), Generation.End.END);
        }
        return said(open.get(0), count == most ? Generation.End.LENGTH : Generation.End.DEADLINE);
      }
      utterance.checkInterrupted();
      session.arrange(open.stream().mapToInt(beam -> beam.row).toArray());
      logits = session.appendEach(open.stream().mapToLong(Beam::last).toArray());
    }
  }

  private Generation said(Beam beam, Generation.End end) {
    return utterance.say(beam.tokens, end, beam.likely);
  }

  private boolean isWhole(Beam beam) {
    return beam.state == null ? utterance.model().isEnd(beam.last()) : beam.state.isEnd();
  }

  /** The likeliest ways to go on, enough of them that whole texts crowd out no others. */
  private List<Beam> longer(List<Beam> open, float[][] logits, int left) {
    List<Beam> longer = new ArrayList<>();
    for (int row = 0; row < open.size(); row++) {
      Beam beam = open.get(row);
      BitSet allowed = utterance.allowed(beam.state, left);
      double sum = TokenChooser.logSum(logits[row]);
      int others = 0;
      for (int token : TokenChooser.sorted(logits[row], allowed)) {
        Beam next = next(beam, row, token, beam.likely + (logits[row][token] - sum));
        others += isWhole(next) ? 0 : 1;
        longer.add(next);
        if (others == utterance.beams()) {
          break;
        }
      }
    }
    longer.sort(LIKELIEST);
    return longer;
  }

  private Beam next(Beam beam, int row, int token, double likely) {
    int[] tokens = Arrays.copyOf(beam.tokens, beam.tokens.length + 1);
    tokens[beam.tokens.length] = token;
    JsonState state =
        beam.state == null ? null : beam.state.next(utterance.model().vocabulary().bytes(token));
    return new Beam(row, tokens, likely, state);
  }
}
