{{- define "shop.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "shop.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "shop.labels" -}}
{{ include "shop.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "shop.image" -}}
{{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag }}{{ end }}
{{- end }}

{{/* Pod Security "restricted"; .user is the image's. */}}
{{- define "shop.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "shop.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "shop.secret" -}}
{{- if not .Values.existingSecret }}
{{- fail (printf "existingSecret is missing: no secret is made by this chart. Make one and name it:\n  kubectl create secret generic shop --namespace %s --from-literal=ConnectionStrings__Postgres=… --from-literal=ConnectionStrings__RabbitMq=… --from-literal=ConnectionStrings__Redis=… --from-literal=Admin__ApiKey=… --from-literal=Payments__Stripe__SecretKey=… --from-literal=Payments__Stripe__WebhookSecret=…" .Release.Namespace) }}
{{- end }}
{{- .Values.existingSecret }}
{{- end }}

{{/* What every Host is told, as a map of strings. */}}
{{- define "shop.settings" -}}
{{- range $name, $value := .Values.settings }}
{{ $name }}: {{ $value | toString | quote }}
{{- end }}
Storage__MigrateOnStart: "false"
Management__Port: "9090"
Messaging__DrainDelay: {{ printf "00:00:%02d" (int .Values.drainSeconds) | quote }}
Messaging__StopTimeout: {{ printf "00:%02d:%02d" (div (int .Values.stopSeconds) 60) (mod (int .Values.stopSeconds) 60) | quote }}
OTEL_SERVICE_NAME: {{ include "shop.name" . }}
{{- if .Values.monitoring.otlpEndpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .Values.monitoring.otlpEndpoint | quote }}
{{- end }}
{{- if .Values.monitoring.seqUrl }}
Seq__ServerUrl: {{ .Values.monitoring.seqUrl | quote }}
{{- end }}
{{- end }}
