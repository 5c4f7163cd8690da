package org.reconbench.reference;

import java.util.List;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/**
 * The one-class support vector machine with a Gaussian kernel, solved by LIBSVM.
 *
 * <p>{@code score = rho - sum_i a_i exp(-gamma ||x - t_i||^2)} over the train rows {@code t_i}, {@code a} the minimiser of
 * {@code 1/2 a'Ka} with {@code 0 <= a_i <= 1}, {@code sum a_i = nu n}; the score is negative inside.
 *
 * <p>Differs from the paper: LIBSVM scales {@code a} by {@code nu n}, and stops when the optimality conditions hold to
 * {@code eps}; the solution, and so the score, is exact only to about that, and the order of the train rows matters within
 * it. The solver keeps kernel values as floats.
 *
 * <p>Cost: between {@code O(n^2 d)} and {@code O(n^3 d)} to fit; {@code O(nu n d)} a row to score. Memory {@code O(n d)} and a
 * cache of at most 200 MiB. Fitting and scoring both ask the fit's monitor whether to go on.
 */
public final class OcsvmDetector implements Detector {
    private static final String GAMMA = "gamma";
    private static final String NU = "nu";
    private static final String EPS = "eps";
    private static final DetectorCard CARD = new DetectorCard(
            "ocsvm",
            Family.REFERENCE,
            1,
            "One-class SVM",
            "Distance from the side of the train rows in a Gaussian kernel's space.",
            "1/2 a'Ka over 0 <= a_i <= 1, sum a_i = nu n, with K_ij = exp(-gamma ||t_i - t_j||^2)",
            "Schoelkopf, Platt, Shawe-Taylor, Smola and Williamson, Estimating the support of a high-dimensional "
                    + "distribution, 2001; Chang and Lin, LIBSVM, 2011",
            "a is scaled by nu n and solved to eps, as in LIBSVM",
            List.of(
                    ParamSpec.real(GAMMA, 0, 0, 1e6, "width of the kernel; 0 stands for 1 / columns (auto)"),
                    ParamSpec.real(NU, 0.5, 1e-4, 0.999, "upper bound on the share of train rows outside"),
                    ParamSpec.real(EPS, 1e-3, 1e-9, 0.1, "how far the optimality conditions may be violated")),
            List.of(new ScoreCard("svm-margin", "rho - sum_i a_i exp(-gamma ||x - t_i||^2)")));

    /** For {@link java.util.ServiceLoader}. */
    public OcsvmDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    /** The rows, again as LIBSVM's nodes (28 bytes a value) and as support vectors, and the solver's cache. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        long rows = profile.rows();
        long cache = Math.min((long) OneClassSvm.CACHE_MIB << 20, rows * rows * Float.BYTES);
        return rows * profile.columns() * (28 + 2 * Double.BYTES) + cache;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(CARD, members, context, member -> fit(member, context.monitor()));
    }

    private static RowScorer fit(Member member, FitContext.Monitor monitor) {
        Matrix train = member.train();
        Params params = member.params();
        double gamma = params.real(GAMMA) == 0 ? 1.0 / train.columns() : params.real(GAMMA);
        OneClassSvm svm = OneClassSvm.fit(train, gamma, params.real(NU), params.real(EPS), monitor);
        Pace pace = new Pace(monitor);
        return rows -> {
            double[] x = new double[rows.columns()];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                pace.row(i, scores.length);
                rows.copyRow(i, x, 0);
                scores[i] = svm.outside(x);
            }
            return scores;
        };
    }
}
