package org.reconbench.reference;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FitContext;

/**
 * A one-class support vector machine with a Gaussian kernel, solved by LIBSVM; its support vectors as plain arrays.
 *
 * <p>LIBSVM reports progress through one static hook, from the solving thread, every thousand iterations or fewer. It would
 * print to the standard output; here it asks the monitor of the fit that runs in that thread whether to go on. Immutable.
 */
final class OneClassSvm {
    /** The solver's cache of kernel rows, in MiB; scikit-learn's value. Changes time only. */
    static final int CACHE_MIB = 200;

    private static final ThreadLocal<FitContext.@Nullable Monitor> MONITOR = new ThreadLocal<>();

    static {
        svm.svm_set_print_string_function(text -> {
            FitContext.Monitor monitor = MONITOR.get();
            if (monitor != null) {
                monitor.epochs(0, 1);
            }
        });
    }

    private final double gamma;
    private final double rho;
    private final double[] weights;
    private final double[] vectors; // [support vectors, d]

    private OneClassSvm(svm_model model, int columns) {
        gamma = model.param.gamma;
        rho = model.rho[0];
        weights = model.sv_coef[0].clone();
        vectors = new double[model.l * columns];
        for (int s = 0; s < model.l; s++) {
            for (int j = 0; j < columns; j++) {
                vectors[s * columns + j] = model.SV[s][j].value;
            }
        }
    }

    /**
     * Solves the dual problem.
     *
     * @param nu bound on the share of rows outside and lower bound on that of support vectors
     * @param eps how far the optimality conditions may be violated
     */
    static OneClassSvm fit(Matrix train, double gamma, double nu, double eps, FitContext.Monitor monitor) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.ONE_CLASS;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.gamma = gamma;
        parameter.nu = nu;
        parameter.eps = eps;
        parameter.cache_size = CACHE_MIB;
        parameter.shrinking = 1;
        MONITOR.set(monitor);
        try {
            return new OneClassSvm(svm.svm_train(problem(train), parameter), train.columns());
        } finally {
            MONITOR.remove();
        }
    }

    private static svm_problem problem(Matrix train) {
        svm_problem problem = new svm_problem();
        problem.l = train.rows();
        problem.x = new svm_node[train.rows()][train.columns()];
        problem.y = new double[train.rows()];
        for (int i = 0; i < train.rows(); i++) {
            for (int j = 0; j < train.columns(); j++) {
                svm_node node = new svm_node();
                node.index = j + 1;
                node.value = train.get(i, j);
                problem.x[i][j] = node;
            }
        }
        return problem;
    }

    /** {@code rho - sum_s weight_s exp(-gamma ||x - v_s||^2)}: greater than 0 outside. */
    double outside(double[] x) {
        double inside = 0;
        int at = 0;
        for (double weight : weights) {
            double square = 0;
            for (double value : x) {
                double gap = value - vectors[at++];
                square += gap * gap;
            }
            inside += weight * Math.exp(-gamma * square);
        }
        return rho - inside;
    }
}
