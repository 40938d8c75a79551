package io.artrec.djl.causal;

import java.util.EnumSet;
import java.util.List;

/** How a {@link CausalModel} is opened. Immutable; refined by chained copies. */
public final class CausalOptions {
  private String device = "auto";
  private int sessions = 2;
  private List<CausalInput> inputs =
      List.of(CausalInput.IDS, CausalInput.POSITIONS, CausalInput.MASK);

  private CausalOptions() {}

  private CausalOptions(CausalOptions other) {
    device = other.device;
    sessions = other.sessions;
    inputs = other.inputs;
  }

  /**
   * {@return the usual options: a GPU if PyTorch finds one, two sessions at a time, and DJL's order
   * of inputs: identities, positions, mask}
   */
  public static CausalOptions standard() {
    return new CausalOptions();
  }

  /**
   * {@return these options with a device}
   *
   * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:<number>}
   */
  public CausalOptions device(String name) {
    CausalOptions copy = new CausalOptions(this);
    copy.device = name;
    return copy;
  }

  /**
   * {@return these options with a limit of open sessions, which bounds native memory: each holds up
   * to {@link CausalModel#sessionBytes}, times the width of a beam, and twice that while a token is
   * read}
   *
   * @param most sessions at a time, 1 or more; who wants another waits
   */
  public CausalOptions sessions(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("sessions is " + most + ", expected 1 or more");
    }
    CausalOptions copy = new CausalOptions(this);
    copy.sessions = most;
    return copy;
  }

  /**
   * {@return these options with what {@code forward} takes before the past keys and values}
   *
   * @param order the inputs in their order, each once, identities among them
   */
  public CausalOptions inputs(CausalInput... order) {
    List<CausalInput> wanted = List.of(order);
    if (!wanted.contains(CausalInput.IDS) || EnumSet.copyOf(wanted).size() != wanted.size()) {
      throw new IllegalArgumentException(
          "inputs are " + wanted + ", expected IDS and others, each once");
    }
    CausalOptions copy = new CausalOptions(this);
    copy.inputs = wanted;
    return copy;
  }

  /**
   * Returns the device.
   *
   * @return its name, or {@code auto}
   */
  public String device() {
    return device;
  }

  /** {@return the limit of open sessions, 1 or more} */
  public int sessions() {
    return sessions;
  }

  /**
   * Returns what {@code forward} takes before the past keys and values.
   *
   * @return the inputs, in their order
   */
  public List<CausalInput> inputs() {
    return inputs;
  }
}
