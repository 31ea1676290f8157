# The other half of terraform.yml. Terraform makes the function and the alias, and keeps every setting; which code they have
# is Lockstep's, so Terraform ignores what says so: without that, each apply would bring the placeholder back.
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.12"
  handler       = "app.handler"
  filename      = "placeholder.zip" # any zip: it is never called once Lockstep has deployed
  publish       = true              # the version that the alias begins with

  environment {
    variables = { LOG_LEVEL = "info" }
  }

  lifecycle {
    ignore_changes = [filename, source_code_hash, s3_bucket, s3_key, s3_object_version, image_uri, publish]
  }
}

# Callers (event sources, permissions, function URLs) belong to the alias, and are Terraform's.
resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.function_name
  function_version = aws_lambda_function.orders.version

  lifecycle {
    ignore_changes = [function_version, routing_config, description]
  }
}
