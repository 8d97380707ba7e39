"""The closed vocabulary: everything that a call can mean to a review."""

from enum import Enum


class Op(str, Enum):
    """What a call does to rows and to what was learned from them."""

    LOAD = "load"  # rows come in from outside, or from a generator of toy data
    DRAW = "draw"  # random numbers
    SEED = "seed"  # fixes a random generator for everything after it
    MAKE = "make"  # builds a tool: a transformer, a model, a splitter, a generator
    KEEP = "keep"  # row by row: the same rows, nothing learned
    PICK = "pick"  # some of the rows
    MEASURE = "measure"  # a statistic: learned from all rows, carries no rows
    SPREAD = "spread"  # a statistic that is written back into every row
    GROUP = "group"  # rows by key, waiting for a statistic
    COMBINE = "combine"  # rows of several values, one below the other
    JOIN = "join"  # columns of several values, side by side or by key
    SPLIT = "split"  # disjoint parts of rows
    LEARN = "learn"  # a transformer learns
    FIT = "fit"  # a model learns
    APPLY = "apply"  # what a transformer learned flows into rows
    PREDICT = "predict"  # what a model learned flows into rows
    SCORE = "score"  # predictions are judged
    CROSS_SCORE = "cross-score"  # split, fit and score inside one call
    RESAMPLE = "resample"  # rows are repeated or made out of others
    CHOOSE = "choose"  # something is picked by reading a score
    WRITE = "write"  # something leaves the program
    RECORD = "record"  # an experiment tracker keeps something, by the run that made it
    INSTALL = "install"  # the environment changes
    DESCRIBE = "describe"  # a fact about shape or names: nothing is learned from values
    SHOW = "show"  # for a person's eyes: nothing flows on
    UNKNOWN = "unknown"  # a call that nobody described


class Learns(str, Enum):
    """What kind of thing was learned; it decides which rule speaks."""

    SCALING = "scaling"
    IMPUTATION = "imputation"
    ENCODING = "encoding"
    SELECTION = "selection"
    DECOMPOSITION = "decomposition"
    VECTORS = "vectors"
    BINS = "bins"
    STATISTIC = "statistic"
    CLUSTERS = "clusters"
    VOCABULARY = "vocabulary"  # only which categories exist: no rule counts it as a leak
    FIT = "fit"  # a model's own fit
    RESAMPLING = "resampling"
    CHOICE = "choice"
    NOTHING = ""

    @property
    def preparation(self) -> bool:
        """Learned while preparing data, not by the model itself."""
        return self in PREPARATION


PREPARATION = frozenset(
    {
        Learns.SCALING,
        Learns.IMPUTATION,
        Learns.ENCODING,
        Learns.SELECTION,
        Learns.DECOMPOSITION,
        Learns.VECTORS,
        Learns.BINS,
        Learns.STATISTIC,
        Learns.CLUSTERS,
    }
)


class Metric(str, Enum):
    """What a score looks at."""

    SHARE = "share"  # how many answers are right: blind to a class that few rows have
    CLASSES = "classes"  # each class, or the order or the probabilities that a model gives
    NUMBERS = "numbers"  # how far numbers are off
    UNKNOWN = ""
