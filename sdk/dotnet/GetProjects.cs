// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Lists the Public Cloud projects of the account, whether ordered with Pulumi or not. A project that the credentials may
    /// not read is returned with its id only, and a warning. With <c>description</c> or <c>planCode</c>, it is an error. Needs
    /// credentials.
    /// </summary>
    public static class GetProjects
    {
        /// <summary>
        /// Lists the Public Cloud projects of the account, whether ordered with Pulumi or not. A project that the credentials may
        /// not read is returned with its id only, and a warning. With <c>description</c> or <c>planCode</c>, it is an error. Needs
        /// credentials.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var existing = GetProjects.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["projects"] = existing.Apply(result =&gt; result.Projects.Select(project =&gt; project.ProjectId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetProjectsResult> InvokeAsync(GetProjectsArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetProjectsResult>("ovh-order:index:getProjects", args ?? new GetProjectsArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the Public Cloud projects of the account, whether ordered with Pulumi or not. A project that the credentials may
        /// not read is returned with its id only, and a warning. With <c>description</c> or <c>planCode</c>, it is an error. Needs
        /// credentials.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var existing = GetProjects.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["projects"] = existing.Apply(result =&gt; result.Projects.Select(project =&gt; project.ProjectId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetProjectsResult> Invoke(GetProjectsInvokeArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetProjectsResult>("ovh-order:index:getProjects", args ?? new GetProjectsInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the Public Cloud projects of the account, whether ordered with Pulumi or not. A project that the credentials may
        /// not read is returned with its id only, and a warning. With <c>description</c> or <c>planCode</c>, it is an error. Needs
        /// credentials.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var existing = GetProjects.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["projects"] = existing.Apply(result =&gt; result.Projects.Select(project =&gt; project.ProjectId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetProjectsResult> Invoke(GetProjectsInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetProjectsResult>("ovh-order:index:getProjects", args ?? new GetProjectsInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetProjects.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetProjectsArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The exact name of the projects to list. All projects are listed by default.
        /// </summary>
        [Input("description")]
        public string? Description { get; set; }

        /// <summary>
        /// The plan of the projects to list. All projects are listed by default.
        /// </summary>
        [Input("planCode")]
        public string? PlanCode { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetProjectsArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetProjectsArgs Empty => new GetProjectsArgs();
    }

    /// <summary>
    /// What <c>GetProjects.Invoke</c> asks for.
    /// </summary>
    public sealed class GetProjectsInvokeArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The exact name of the projects to list. All projects are listed by default.
        /// </summary>
        [Input("description")]
        public Input<string>? Description { get; set; }

        /// <summary>
        /// The plan of the projects to list. All projects are listed by default.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetProjectsInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetProjectsInvokeArgs Empty => new GetProjectsInvokeArgs();
    }

    /// <summary>
    /// What <c>getProjects</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetProjectsResult
    {
        /// <summary>
        /// The projects.
        /// </summary>
        public readonly ImmutableArray<Outputs.Project> Projects;

        [OutputConstructor]
        private GetProjectsResult(
            ImmutableArray<Outputs.Project> projects)
        {
            Projects = projects.OrEmpty();
        }
    }
}
